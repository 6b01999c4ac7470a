package id.tumbuh.reporting.page;

import id.tumbuh.platform.http.Problem;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form that records a figure.
 *
 * @param type of the input, as in HTML
 * @param error what is wrong with it; null for nothing
 * @param choices of which one is chosen; empty where something is typed
 */
record RecordField(
        String name,
        String label,
        String type,
        boolean required,
        String value,
        @Nullable String error,
        List<Choice> choices) {
    /** All of them, in the order of the page. */
    static final List<String> NAMES = List.of(
            "year",
            "month",
            "numerator",
            "denominator",
            "statedPercent",
            "statement",
            "definition",
            "author",
            "title",
            "publishedOn",
            "url");

    private static final Set<String> NEEDED = Set.of("year", "definition", "author", "title");

    /** One that can be chosen. */
    record Choice(String code, String text, boolean chosen) {}

    static List<RecordField> all(RecordedEntry entry, List<Problem.Violation> faults, Locale locale) {
        RecordMessages words = Pages.words(RecordMessages.class, locale);
        return NAMES.stream()
                .map(name -> new RecordField(
                        name,
                        label(name, words),
                        name.equals("publishedOn") ? "date" : "text",
                        NEEDED.contains(name),
                        entry.typed(name),
                        faults.stream()
                                .filter(fault -> fault.pointer().equals(name))
                                .findFirst()
                                .map(fault -> fault.reason().title(locale))
                                .orElse(null),
                        name.equals("month") ? months(entry.typed(name), words, locale) : List.of()))
                .toList();
    }

    private static String label(String name, RecordMessages words) {
        return switch (name) {
            case "year" -> words.year();
            case "month" -> words.month();
            case "numerator" -> words.numerator();
            case "denominator" -> words.denominator();
            case "statedPercent" -> words.percent();
            case "statement" -> words.statement();
            case "definition" -> words.definition();
            case "author" -> words.author();
            case "title" -> words.document();
            case "publishedOn" -> words.published();
            default -> words.url();
        };
    }

    private static List<Choice> months(String chosen, RecordMessages words, Locale locale) {
        List<Choice> months = new ArrayList<>();
        months.add(new Choice("", words.wholeYear(), chosen.isEmpty()));
        for (Month month : Month.values()) {
            String code = Integer.toString(month.getValue());
            months.add(new Choice(code, month.getDisplayName(TextStyle.FULL_STANDALONE, locale), code.equals(chosen)));
        }
        return months;
    }

    /** The keyboard that a phone shows. */
    public String keys() {
        return switch (name) {
            case "year", "numerator", "denominator" -> "numeric";
            case "statedPercent" -> "decimal";
            case "url" -> "url";
            default -> "text";
        };
    }

    public boolean chooses() {
        return !choices.isEmpty();
    }

    /** Long words take a whole line. */
    public boolean wide() {
        return switch (name) {
            case "statement", "definition", "author", "title", "url" -> true;
            default -> false;
        };
    }
}
