package id.tumbuh.reporting.page;

import java.util.List;

/** The lower panels of the cockpit: each the beginning of a page of its own. */
record Panels(List<Office> offices, List<Line> agenda, List<Line> audits, List<Line> survey) {
    Panels {
        offices = List.copyOf(offices);
        agenda = List.copyOf(agenda);
        audits = List.copyOf(audits);
        survey = List.copyOf(survey);
    }

    /**
     * The programmes of a field.
     *
     * @param late how many are late in words; empty when none is
     */
    record Office(String field, String share, String spent, String late) {}

    /** Something and how it stands. */
    record Line(String name, String value) {}
}
