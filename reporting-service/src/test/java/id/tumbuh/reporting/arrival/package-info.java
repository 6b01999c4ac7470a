/** Tests of how events arrive. */
@NullMarked
package id.tumbuh.reporting.arrival;

import org.jspecify.annotations.NullMarked;
