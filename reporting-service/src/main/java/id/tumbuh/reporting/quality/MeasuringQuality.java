package id.tumbuh.reporting.quality;

import org.jspecify.annotations.Nullable;

/**
 * How well the posyandu of an area measure, by the newest assessment of each.
 *
 * @param noCase posyandu that measured many and found nobody stunted
 * @param poor posyandu whose verdict is poor
 * @param roundedHeights heights that end in .0 or .5, of all heights
 * @param implausible children with figures that can hardly be, of all looked at
 * @param spread the standard deviation of height for age within posyandu; null when none could be told
 */
public record MeasuringQuality(
        long posyandu,
        long noCase,
        long poor,
        long roundedHeights,
        long heights,
        long implausible,
        long checked,
        @Nullable Double spread) {}
