package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the board of a kecamatan shows: everything formatted, nothing left to decide in the template. */
record DistrictBoard(
        Area area,
        List<Step> path,
        String monthText,
        @Nullable String asOf,
        String sentence,
        List<Row> rows,
        Row whole,
        Unreported unreported,
        List<Check> checks,
        String qualityMonths,
        String cases) {

    /**
     * A desa, or all of them.
     *
     * @param weighed D/S
     * @param gained N/D
     * @param unreported of all posyandu there; a dash when they are not known
     */
    record Row(
            String name,
            String expected,
            String weighed,
            String gained,
            String stunted,
            String severelyStunted,
            String atRisk,
            String unreported) {}

    /**
     * The posyandu without a weighing in the month.
     *
     * @param known whether registry told which posyandu there are
     * @param text to be copied as it stands; empty when all reported
     */
    record Unreported(boolean known, String text) {}

    /** A posyandu whose figures are to be checked, and why. */
    record Check(String name, String desa, List<String> reasons) {}
}
