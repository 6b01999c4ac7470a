package id.tumbuh.intervention.partner;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.partner.PlacementDetails.Weighed;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a child grew since the help began: the change and nothing from before it. Days of weighings are told as months.
 *
 * @param none why there is no change to tell, or null when there is
 */
record GrowthStory(
        @Nullable String none,
        @Nullable String gained,
        @Nullable String weighings,
        @Nullable Change weight,
        @Nullable Change length,
        @Nullable String place,
        @Nullable GrowthPicture picture,
        List<Row> rows) {
    GrowthStory {
        rows = List.copyOf(rows);
    }

    /** From the last weighing before the help to the last one since. */
    record Change(String from, String to) {}

    /** A weighing in the table. */
    record Row(String month, String weight, String length, String gain) {}

    static GrowthStory of(List<Weighed> weighings, BigDecimal limit, Reader reader) {
        PartnerMessages words = reader.words();
        List<Weighed> since = weighings.stream().filter(one -> !one.isStart()).toList();
        if (since.isEmpty()) {
            return new GrowthStory(words.notWeighedYet(), null, null, null, null, null, null, List.of());
        }
        long gained =
                since.stream().filter(one -> Objects.equals(one.mark(), "N")).count();
        boolean hasStart = since.size() < weighings.size();
        Change length = change(weighings, Weighed::lengthForAge, reader.wording()::zScore);
        return new GrowthStory(
                hasStart ? null : words.noFirstWeighing(),
                words.gainedTimes(reader.wording().count(gained)),
                words.ofWeighings(reader.wording().count(since.size())),
                change(weighings, Weighed::weightKg, reader.wording()::kg),
                length,
                length == null ? null : place(weighings, limit, reader),
                GrowthPicture.of(weighings, limit, reader),
                weighings.stream().map(one -> row(one, reader)).toList());
    }

    /** Nothing without both ends: a first weighing that has no such measure is not replaced by a later one. */
    private static @Nullable Change change(
            List<Weighed> weighings,
            Function<Weighed, @Nullable BigDecimal> measure,
            Function<BigDecimal, String> shown) {
        Weighed first = weighings.getFirst();
        BigDecimal from = first.isStart() ? measure.apply(first) : null;
        BigDecimal to = last(weighings.subList(1, weighings.size()), measure);
        return from == null || to == null ? null : new Change(shown.apply(from), shown.apply(to));
    }

    private static @Nullable BigDecimal last(List<Weighed> weighings, Function<Weighed, @Nullable BigDecimal> measure) {
        return weighings.reversed().stream()
                .map(measure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String place(List<Weighed> weighings, BigDecimal limit, Reader reader) {
        BigDecimal first = requireNonNull(weighings.getFirst().lengthForAge());
        BigDecimal now = requireNonNull(last(weighings, Weighed::lengthForAge));
        String line = reader.wording().limit(limit);
        if (now.compareTo(limit) >= 0) {
            return reader.words().notBelow(line);
        }
        return first.compareTo(limit) < 0
                ? reader.words().stillBelow(line)
                : reader.words().nowBelow(line);
    }

    private static Row row(Weighed one, Reader reader) {
        PartnerMessages words = reader.words();
        BigDecimal weight = one.weightKg();
        BigDecimal length = one.lengthForAge();
        return new Row(
                reader.wording().month(YearMonth.from(one.day())),
                weight == null ? words.nothing() : reader.wording().kg(weight),
                length == null ? words.nothing() : reader.wording().zScore(length),
                one.isStart() ? words.start() : gain(one.mark(), words));
    }

    /** The marks of the growth card; those that judge no gain (first, or after a gap) are told as such. */
    private static String gain(@Nullable String mark, PartnerMessages words) {
        return switch (mark) {
            case "N" -> words.gained();
            case "T" -> words.notGained();
            case null, default -> words.notJudged();
        };
    }
}
