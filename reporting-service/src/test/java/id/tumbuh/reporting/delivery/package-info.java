/** Tests of delivery. */
@NullMarked
package id.tumbuh.reporting.delivery;

import org.jspecify.annotations.NullMarked;
