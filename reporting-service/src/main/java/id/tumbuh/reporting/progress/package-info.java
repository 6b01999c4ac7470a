/** How far each topic is included in the figures: the "as of" under every number. */
@NullMarked
package id.tumbuh.reporting.progress;

import org.jspecify.annotations.NullMarked;
