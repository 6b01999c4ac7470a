/**
 * How a child grows, measured against the WHO Child Growth Standards (2006): z-scores of all eight indices, and what
 * Permenkes 2/2020 calls them.
 *
 * <p>Pure: depends on {@code java.*} only, keeps no state, knows neither clock, database nor wire. What belongs to the
 * standard itself (its tables, 0.7 cm, 731 days, 30.4375 days a month) is fixed here; every threshold that a ministry
 * may move arrives as a {@link id.tumbuh.measurement.growth.GrowthPolicy}.
 */
@NullMarked
package id.tumbuh.measurement.growth;

import org.jspecify.annotations.NullMarked;
