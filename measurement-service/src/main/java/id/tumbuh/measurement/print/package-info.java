/**
 * What is printed: the letters every sheet is set in, and a limit on how many sheets are made at once.
 *
 * <p>The font is embedded, so that a sheet looks alike on every machine and a server without any font prints as well.
 */
@NullMarked
package id.tumbuh.measurement.print;

import org.jspecify.annotations.NullMarked;
