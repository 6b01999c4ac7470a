/**
 * Indicators: a numerator and a denominator over counters, always shown with coverage and the moment they include.
 *
 * <p>A percentage never stands alone. Figures come from the counters only, so an answer costs the same at every size.
 */
@NullMarked
package id.tumbuh.reporting.indicator;

import org.jspecify.annotations.NullMarked;
