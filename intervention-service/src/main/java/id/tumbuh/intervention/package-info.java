/**
 * The intervention service: who helps a stunted child and its family, and how.
 *
 * <p>Features are its packages; {@code casework} ties them together, everything else knows only what it is about.
 */
@NullMarked
package id.tumbuh.intervention;

import org.jspecify.annotations.NullMarked;
