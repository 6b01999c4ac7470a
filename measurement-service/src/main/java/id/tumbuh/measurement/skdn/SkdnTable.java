package id.tumbuh.measurement.skdn;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The table on the wire: cells by sex and age band, their sum, and the four ratios with what they are made of. */
@Schema(name = "Skdn")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SkdnTable(
        String posyanduId,
        String areaCode,
        @Schema(examples = "2025-08") String month,

        @Schema(enumeration = {"OPEN", "CLOSED"}) String state,

        @Schema(description = "How often the month was closed or opened again")
        int version,

        @Nullable Instant closedAt,

        @Schema(description = "Of a closed month: what is counted today differs from what was closed") @Nullable
        Boolean changedSince,

        String ruleVersion,
        Instant asOf,
        List<Cell> cells,
        Figures total,
        Ratios ratios) {

    /** One sex and age band. */
    @Schema(name = "SkdnCell")
    record Cell(String sex, @Schema(examples = "0-5") String ageBand, Figures figures) {}

    /** The letters of the form. */
    @Schema(name = "SkdnFigures")
    record Figures(int s, int k, int d, int n, int t, int o, int b, int twiceNotGained, int belowRedLine) {
        static Figures of(Skdn skdn) {
            return new Figures(
                    skdn.s(),
                    skdn.k(),
                    skdn.d(),
                    skdn.n(),
                    skdn.t(),
                    skdn.o(),
                    skdn.b(),
                    skdn.twiceNotGained(),
                    skdn.belowRedLine());
        }
    }

    /** A share of one letter in another; null of nobody. */
    @Schema(name = "SkdnRatio")
    record Ratio(int numerator, int denominator, @Nullable Double value) {
        static Ratio of(int numerator, int denominator) {
            return new Ratio(numerator, denominator, denominator == 0 ? null : numerator / (double) denominator);
        }
    }

    /** Cakupan, partisipasi, keberhasilan penimbangan, keberhasilan program. */
    @Schema(name = "SkdnRatios")
    record Ratios(Ratio kOfS, Ratio dOfS, Ratio nOfD, Ratio nOfS) {
        static Ratios of(Figures total) {
            return new Ratios(
                    Ratio.of(total.k(), total.s()),
                    Ratio.of(total.d(), total.s()),
                    Ratio.of(total.n(), total.d()),
                    Ratio.of(total.n(), total.s()));
        }
    }

    static List<Cell> cells(List<SkdnRow> rows, SkdnPolicy policy) {
        Map<String, Map<Integer, Skdn>> bySex = new TreeMap<>();
        for (SkdnRow row : rows) {
            bySex.computeIfAbsent(row.sex().name(), _ -> new TreeMap<>())
                    .merge(row.fromMonth(), row.figures(), Skdn::plus);
        }
        List<Cell> cells = new ArrayList<>();
        bySex.forEach((sex, bands) ->
                bands.forEach((band, figures) -> cells.add(new Cell(sex, policy.label(band), Figures.of(figures)))));
        return cells;
    }

    static Skdn total(List<SkdnRow> rows) {
        return rows.stream().map(SkdnRow::figures).reduce(Skdn.NOBODY, Skdn::plus);
    }
}
