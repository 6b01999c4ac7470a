package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.evaluation.EvaluationView;
import id.tumbuh.reporting.evaluation.ReportSheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of tiered evaluation shows: everything formatted, nothing left to decide in the template.
 *
 * @param later null when the semester after has not begun
 * @param report null of the country, which reports to nobody
 * @param below null of a desa, below which nobody reports
 * @param done what the form before did, in words
 */
record EvaluationPage(
        Area area,
        List<Step> path,
        String period,
        String semester,
        String earlier,
        @Nullable String later,
        @Nullable Own report,
        @Nullable Below below,
        String token,
        @Nullable String done) {

    /**
     * The report of the area.
     *
     * @param obstacles as they stand now, for the form
     */
    record Own(
            ReportSheet sheet,
            EvaluationView.May may,
            long version,
            boolean live,
            boolean submitted,
            String obstacles,
            String followUp) {}

    /**
     * What the areas below owe.
     *
     * @param overdue in words; null when nothing is
     */
    record Below(@Nullable String overdue, List<Due> reports) {}

    /** A report that is due. */
    record Due(Area area, String state, String due, boolean bad, String submitted) {}

    @Override
    public String toString() {
        return "EvaluationPage[" + area.code() + "/" + period + "]";
    }
}
