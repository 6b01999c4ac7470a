/**
 * What is printed: a page of XHTML becomes an A4 PDF, with letters of our own so that it looks alike on every machine.
 *
 * <p>Technical words only. Nothing is fetched from anywhere, whatever a page names, and only a few pages are made at a time.
 */
@NullMarked
package id.tumbuh.platform.print;

import org.jspecify.annotations.NullMarked;
