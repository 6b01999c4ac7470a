package id.tumbuh.reporting.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of case audits shows: everything formatted, nothing left to decide in the template.
 *
 * @param semester the one that is shown, as {@code 2026-2}; null when there is none
 * @param hidden why cases are not listed; null when they are
 */
record AuditPage(
        Opening.Place place,
        @Nullable String asOf,
        @Nullable String semester,
        String semesterText,
        List<Choice> semesters,
        List<String> stages,
        List<Group> groups,
        List<Row> rows,
        @Nullable String hidden,
        @Nullable String more) {

    /** What a link to the same page in another language keeps. */
    public String kept() {
        return semester == null ? "" : "&semester=" + semester;
    }

    /** A semester that has cases. */
    record Choice(String code, String text, boolean chosen) {}

    /** A group with its cases by stage, in the order of the stages, and together. */
    record Group(String name, List<Cell> cells, String total) {}

    /** How many are at a stage. */
    record Cell(String stage, String cases) {}

    /** A case by its pseudonym. */
    record Row(String number, String group, String area, String stage, String since, String followUps) {}
}
