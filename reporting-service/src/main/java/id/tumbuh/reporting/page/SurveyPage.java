package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of survey and routine shows: everything formatted, nothing left to decide in the template. */
record SurveyPage(
        Area area,
        List<Step> path,
        String monthText,
        @Nullable String asOf,
        String headline,
        boolean warns,
        List<String> sentences,
        List<Row> sides,
        @Nullable Found found,
        List<Bound> bounds,
        List<Cited> cited,
        Way way,
        List<Weak> weak,
        List<Rule> rules) {

    /** A question, and what survey and routine say to it. */
    record Row(String question, String survey, String routine) {}

    /**
     * The share of cases found.
     *
     * @param bar its length, 0 to 100
     */
    record Found(String text, String stunted, String expected, String missing, String bar) {}

    /** A figure that follows of coverage. */
    record Bound(String text, String value) {}

    /** A statement with its source, and what is odd about it. */
    record Cited(
            String when,
            String said,
            boolean words,
            String source,
            @Nullable String url,
            List<String> notes) {}

    /** The path to the target. */
    record Way(PathChart chart, List<String> sentences, List<Year> years, List<Part> parts, String month) {}

    /** One year of the path; empty where nothing is known. */
    record Year(int year, String survey, String national, String own) {}

    /** An area and the children too many for the target. */
    record Part(String name, String stunted, String measured, String lift) {}

    /** A posyandu to measure again, and why. */
    record Weak(int place, String name, String desa, String measured, List<String> reasons) {}

    /** A rule the page was made with. */
    record Rule(String code, String value, String source, String note) {}
}
