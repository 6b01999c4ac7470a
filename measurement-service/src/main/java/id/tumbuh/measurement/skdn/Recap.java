package id.tumbuh.measurement.skdn;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.tumbuh.measurement.skdn.Places.Names;
import id.tumbuh.measurement.skdn.SkdnTable.Cell;
import id.tumbuh.measurement.skdn.SkdnTable.Figures;
import id.tumbuh.measurement.skdn.SkdnTable.Ratios;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * F1 or F2 of a month: the same children by place and by age band, so that both blocks have the same sum.
 *
 * @param areaName null when registry does not tell
 * @param ruleVersions of the figures in it; a closed month keeps the one it was closed with
 */
@Schema(name = "SkdnRecap")
@JsonInclude(Include.NON_NULL)
record Recap(
        Form form,
        @Schema(examples = "36.04.20.2006") String area,
        @Nullable String areaName,
        @Schema(examples = "2025-08") String month,
        Instant asOf,
        List<String> ruleVersions,

        @Schema(description = "Whether registry told the names of the places")
        Names names,

        List<Row> rows,
        List<Band> bands,
        BySex total,
        Reporting reporting) {

    /** By posyandu, or by desa. */
    @Schema(name = "SkdnRecapForm")
    enum Form {
        F1,
        F2
    }

    /** Whether figures are as they were closed: of a desa, those of all, some or none of its posyandu. */
    @Schema(name = "SkdnRecapState")
    enum State {
        CLOSED,
        PARTLY_CLOSED,
        OPEN
    }

    /**
     * A posyandu, a desa, or the children of a desa who are registered at no posyandu.
     *
     * @param posyanduId of a posyandu
     * @param posyandu how many there are in it
     * @param closed how many of them closed the month
     * @param changedSince of closed ones: they would be counted otherwise today
     */
    @Schema(name = "SkdnRecapRow")
    @JsonInclude(Include.NON_NULL)
    record Row(
            @Nullable UUID posyanduId,
            String areaCode,
            @Nullable String name,
            State state,
            int posyandu,
            int closed,
            boolean changedSince,
            BySex figures,
            List<Band> bands) {
        Row {
            bands = List.copyOf(bands);
        }
    }

    /** An age band of everybody. */
    @Schema(name = "SkdnRecapBand")
    record Band(@Schema(examples = "0-5") String ageBand, BySex figures) {}

    /** Boys (L), girls (P) and both, with the ratios of both. */
    @Schema(name = "SkdnBySex")
    record BySex(Figures l, Figures p, Figures sum, Ratios ratios) {
        static BySex of(List<Cell> cells) {
            Figures sum = sum(cells, _ -> true);
            return new BySex(
                    sum(cells, cell -> cell.sex().equals("L")),
                    sum(cells, cell -> cell.sex().equals("P")),
                    sum,
                    Ratios.of(sum));
        }

        private static Figures sum(List<Cell> cells, Predicate<Cell> which) {
            return Figures.of(cells.stream()
                    .filter(which)
                    .map(cell -> cell.figures().skdn())
                    .reduce(Skdn.NOBODY, Skdn::plus));
        }
    }

    /**
     * Which posyandu closed their month.
     *
     * @param withoutWeighing closed with D = 0
     * @param notYet "belum lapor"
     */
    @Schema(name = "SkdnReporting")
    record Reporting(int posyandu, int closed, int withoutWeighing, List<Missing> notYet) {
        Reporting {
            notYet = List.copyOf(notYet);
        }
    }

    /** A posyandu whose month is open. */
    @Schema(name = "SkdnNotYetClosed")
    @JsonInclude(Include.NON_NULL)
    record Missing(
            UUID posyanduId, String areaCode, @Nullable String name) {}

    Recap {
        ruleVersions = List.copyOf(ruleVersions);
        rows = List.copyOf(rows);
        bands = List.copyOf(bands);
    }
}
