package id.tumbuh.reporting.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report in one language, everything formatted, for page and paper: nothing is left to decide there. */
public record ReportSheet(
        String code,
        String area,
        String period,
        String semester,
        String state,
        String due,
        String dueBasis,
        String dueNote,
        String frozen,
        String asOf,
        boolean accepted,
        List<Figure> figures,
        List<String> way,
        List<String> survey,
        List<String> changes,
        List<String> untold,
        String rank,
        List<Ranked> areas,
        List<Weak> posyandu,
        List<String> obstacles,
        List<String> followUp,
        List<Happened> history) {

    public ReportSheet {
        figures = List.copyOf(figures);
        areas = List.copyOf(areas);
        posyandu = List.copyOf(posyandu);
        history = List.copyOf(history);
    }

    /**
     * An indicator.
     *
     * @param counts numerator of denominator, coverage and months
     * @param direction what the change is called in a style sheet
     */
    public record Figure(
            String name,
            String now,
            String counts,
            String before,
            String yearBefore,
            String change,
            String direction) {}

    /** An area below. */
    public record Ranked(String place, String name, String percent, String counts, String coverage) {}

    /** A posyandu to measure again. */
    public record Weak(String name, String desa, String measured, List<String> reasons) {
        public Weak {
            reasons = List.copyOf(reasons);
        }
    }

    /** A step of its life. */
    public record Happened(
            String when, String what, String by, @Nullable String remarks) {}
}
