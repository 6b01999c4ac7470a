package id.tumbuh.intervention.partner;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the marks of the small picture of length for age stand, in a box of {@link #WIDTH} by {@link #HEIGHT}.
 *
 * @param line the points of the line, as SVG writes them
 * @param marks where each weighing stands; the last one is drawn as another shape
 * @param limitY how high the line of the limit is
 */
record GrowthPicture(String line, List<Mark> marks, String limitY, String limitLabelY, String limit, String text) {
    static final int WIDTH = 300;
    static final int HEIGHT = 100;
    private static final int SIDE = 14;
    private static final int TOP = 22;
    private static final int BOTTOM = 24;
    /** Of two weighings that differ by a hair the picture must not make a mountain. */
    private static final double LEAST_SPAN = 0.5;

    GrowthPicture {
        marks = List.copyOf(marks);
    }

    /** A weighing in the picture. */
    record Mark(String x, String y, String labelY, String label, String anchor, boolean last) {
        /** A diamond around the place. */
        public String diamond() {
            return "M%s %s m0 -7 l7 7 l-7 7 l-7 -7 z".formatted(x, y);
        }
    }

    /** Nothing of fewer than two scores: there is no change to be seen. */
    static @Nullable GrowthPicture of(List<PlacementDetails.Weighed> weighings, BigDecimal limit, Reader reader) {
        List<PlacementDetails.Weighed> scored =
                weighings.stream().filter(one -> one.lengthForAge() != null).toList();
        if (scored.size() < 2) {
            return null;
        }
        Scale scale = Scale.of(scored, limit);
        List<Mark> marks =
                scored.stream().map(one -> mark(one, scored, scale, reader)).toList();
        double limitY = scale.y(limit);
        return new GrowthPicture(
                marks.stream().map(mark -> mark.x() + "," + mark.y()).collect(Collectors.joining(" ")),
                marks,
                number(limitY),
                number(limitY - 5),
                reader.words().chartLimit(reader.wording().limit(limit)),
                reader.words()
                        .chartText(
                                reader.wording().zScore(score(scored.getFirst())),
                                reader.wording().zScore(score(scored.getLast())),
                                reader.wording().limit(limit)));
    }

    /** Only the first and the last score are written, on the side to which the line doesn't run. */
    private static Mark mark(
            PlacementDetails.Weighed one, List<PlacementDetails.Weighed> all, Scale scale, Reader reader) {
        boolean isFirst = one.equals(all.getFirst());
        boolean isLast = one.equals(all.getLast());
        boolean falls = score(all.getLast()).compareTo(score(all.getFirst())) < 0;
        double y = scale.y(score(one));
        return new Mark(
                number(scale.x(one)),
                number(y),
                number(isFirst == falls ? y - 10 : y + 19),
                isFirst || isLast ? reader.wording().zScore(score(one)) : "",
                isFirst ? "start" : "end",
                isLast);
    }

    private static BigDecimal score(PlacementDetails.Weighed one) {
        return requireNonNull(one.lengthForAge());
    }

    private static String number(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    /** Days and scores as places in the box. */
    private record Scale(PlacementDetails.Weighed first, long days, double least, double span) {
        static Scale of(List<PlacementDetails.Weighed> scored, BigDecimal limit) {
            List<Double> scores = Stream.concat(
                            Stream.of(limit), scored.stream().map(GrowthPicture::score))
                    .map(BigDecimal::doubleValue)
                    .toList();
            double least =
                    scores.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            double most = scores.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            return new Scale(
                    scored.getFirst(),
                    Math.max(
                            1,
                            ChronoUnit.DAYS.between(
                                    scored.getFirst().day(), scored.getLast().day())),
                    least,
                    Math.max(LEAST_SPAN, most - least));
        }

        double x(PlacementDetails.Weighed one) {
            return SIDE + (WIDTH - 2.0 * SIDE) * ChronoUnit.DAYS.between(first.day(), one.day()) / days;
        }

        double y(BigDecimal score) {
            return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (score.doubleValue() - least) / span;
        }
    }
}
