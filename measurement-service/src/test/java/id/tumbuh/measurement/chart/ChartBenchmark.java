package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.GrowthChart.Wish;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long a chart of 60 measurements takes on one processor, from the assessed measurements to the bytes: all five
 * indices by turns, after a warm-up. {@code deploy/load/chart} runs it.
 */
final class ChartBenchmark {

    private static final GrowthChart CHART = new GrowthChart(SampleChildren.CURVES);
    private static final ChartedChild CHILD = SampleChildren.sixtyMeasurements();
    private static final ChartIndex[] INDICES = ChartIndex.values();

    private ChartBenchmark() {}

    @FunctionalInterface
    private interface Format {
        int write(Picture picture) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, %s %s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        measure("svg", 20_000, picture -> SvgPicture.of(picture).length());
        measure("pdf", 1_000, picture -> PdfPicture.of(picture).length);
        measure("png", 100, picture -> PngPicture.of(picture).length);
    }

    private static void measure(String name, int times, Format format) throws IOException {
        run(times / 2, format);
        long[] nanos = run(times, format);
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s  p50 %7.3f ms  p95 %7.3f ms  max %7.3f ms  (%d charts, %d bytes)%n",
                name,
                nanos[times / 2] / 1e6,
                nanos[times * 95 / 100] / 1e6,
                nanos[times - 1] / 1e6,
                times,
                format.write(picture(0)));
    }

    private static long[] run(int times, Format format) throws IOException {
        long[] nanos = new long[times];
        long bytes = 0;
        for (int turn = 0; turn < times; turn++) {
            long start = System.nanoTime();
            bytes += format.write(picture(turn));
            nanos[turn] = System.nanoTime() - start;
        }
        if (bytes == 0) {
            throw new IllegalStateException("nothing was drawn");
        }
        return nanos;
    }

    private static Picture picture(int turn) {
        return CHART.draw(CHILD, new Wish(INDICES[turn % INDICES.length], Language.ID, SampleChildren.TODAY));
    }
}
