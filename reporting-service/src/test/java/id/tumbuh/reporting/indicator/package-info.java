/** Tests of indicator. */
@NullMarked
package id.tumbuh.reporting.indicator;

import org.jspecify.annotations.NullMarked;
