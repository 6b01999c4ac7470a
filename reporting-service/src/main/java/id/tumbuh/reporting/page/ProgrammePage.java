package id.tumbuh.reporting.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of offices and budget shows: everything formatted, nothing left to decide in the template.
 *
 * @param wordsMissing why titles and units are not there; null when they are
 * @param more that the list has not all; null when it has
 */
record ProgrammePage(
        Opening.Place place,
        int year,
        List<Integer> years,
        @Nullable String asOf,
        String rule,
        List<Headline> numbers,
        List<Share> fields,
        List<Share> sources,
        List<Quarter> quarters,
        List<Row> rows,
        @Nullable String wordsMissing,
        @Nullable String more,
        @Nullable String referralsSource,
        List<Referred> referrals,
        Note note) {

    /** What a link to the same page in another language keeps. */
    public String kept() {
        return "&year=" + year;
    }

    /**
     * Money of an office or of a source.
     *
     * @param words what the office does; null for a source
     * @param late how many programmes are late; null for a source
     * @param bar length of its bar, 0 to 100
     */
    record Share(
            String name,
            @Nullable String words,
            String programmes,
            String ceiling,
            String spent,
            String share,
            String bar,
            @Nullable String late) {}

    /**
     * A quarter with all before it.
     *
     * @param expectedAt where the rule's mark stands, 0 to 100
     */
    record Quarter(
            String name,
            String spent,
            String cumulative,
            String share,
            String bar,
            String expected,
            String expectedAt) {}

    /** One programme. */
    record Row(
            String title,
            String office,
            @Nullable String indicator,
            String area,
            String output,
            String outputShare,
            String ceiling,
            String spent,
            String share,
            boolean late,
            String status,
            boolean counted) {}

    /** Open referrals of a field. */
    record Referred(
            String field,
            @Nullable String words,
            String open,
            String waiting,
            String declined,
            String done,
            String overdue) {}

    /** The rule behind "late". */
    record Note(
            String code,
            String value,
            String source,
            @Nullable String note) {}
}
