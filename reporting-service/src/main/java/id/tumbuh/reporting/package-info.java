/** Figures people trust: projections of what the other services announce, and everything that shows them. */
@NullMarked
package id.tumbuh.reporting;

import org.jspecify.annotations.NullMarked;
