package id.tumbuh.reporting.page;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.reporting.statement.SourceForm;
import id.tumbuh.reporting.survey.FigureForm;
import id.tumbuh.reporting.survey.RecordedFigure;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was typed into the form that records a figure, and what is wrong with it. */
final class RecordedEntry {
    /** As people write it: 110431, 110.431 and 110 431. One decimal after a comma is no count. */
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}|\\d{1,3}(?:[., ]\\d{3})+");

    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(?:[.,]\\d{1,9})?");

    private final Map<String, String> typed;
    private final List<Problem.Violation> unreadable = new ArrayList<>();

    private RecordedEntry(Map<String, String> typed) {
        this.typed = typed;
    }

    static RecordedEntry of(MultivaluedMap<String, String> sent) {
        return new RecordedEntry(RecordField.NAMES.stream()
                .filter(sent::containsKey)
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> String.valueOf(sent.getFirst(name)).strip())));
    }

    /** An empty one of the year that is shown. */
    static RecordedEntry of(int year) {
        return new RecordedEntry(Map.of("year", Integer.toString(year)));
    }

    static RecordedEntry of(RecordedFigure held, Wording wording) {
        Map<String, String> typed = new HashMap<>();
        typed.put("year", Integer.toString(held.year()));
        put(typed, "month", held.month());
        put(typed, "numerator", held.said().numerator());
        put(typed, "denominator", held.said().denominator());
        BigDecimal percent = held.said().percent();
        put(typed, "statedPercent", percent == null ? null : wording.number(percent, 4));
        put(typed, "statement", held.said().statement());
        typed.put("definition", held.definition());
        typed.put("author", held.source().author());
        typed.put("title", held.source().title());
        put(typed, "publishedOn", held.source().publishedOn());
        put(typed, "url", held.source().url());
        return new RecordedEntry(typed);
    }

    private static void put(Map<String, String> typed, String name, @Nullable Object value) {
        if (value != null) {
            typed.put(name, value.toString());
        }
    }

    String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    /** As the API takes it; what can't be read is null, and stands among the faults. */
    FigureForm form(String area, String indicator) {
        unreadable.clear();
        Long year = number("year", COUNT);
        Long month = number("month", COUNT);
        return new FigureForm(
                area,
                indicator,
                year == null ? null : (int) Math.min(year, Integer.MAX_VALUE),
                month == null ? null : (int) Math.min(month, Integer.MAX_VALUE),
                number("numerator", COUNT),
                number("denominator", COUNT),
                percent(),
                text("statement"),
                text("definition"),
                new SourceForm(text("author"), text("title"), day(), text("url")));
    }

    /** Everything that is wrong, by the name of the field; of one that can't be read that alone. */
    List<Problem.Violation> faults(FigureForm form) {
        return byField(
                Stream.concat(unreadable.stream(), form.faults().stream()).toList());
    }

    /** Of {@code /source/title} the last part: fields of a form lie side by side. The first fault of each. */
    static List<Problem.Violation> byField(List<Problem.Violation> faults) {
        Set<String> told = new HashSet<>();
        return faults.stream()
                .map(fault -> new Problem.Violation(
                        fault.pointer().substring(fault.pointer().lastIndexOf('/') + 1), fault.reason()))
                .filter(fault -> told.add(fault.pointer()))
                .toList();
    }

    private @Nullable String text(String name) {
        String text = typed(name);
        return text.isEmpty() ? null : text;
    }

    private @Nullable Long number(String name, Pattern form) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!form.matcher(text).matches()) {
            unreadable.add(new Problem.Violation(name, CommonProblem.NOT_A_NUMBER));
            return null;
        }
        return Long.valueOf(text.replaceAll("\\D", ""));
    }

    private @Nullable BigDecimal percent() {
        String text = text("statedPercent");
        if (text == null) {
            return null;
        }
        String bare = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        if (!PERCENT.matcher(bare).matches()) {
            unreadable.add(new Problem.Violation("statedPercent", CommonProblem.NOT_A_NUMBER));
            return null;
        }
        return new BigDecimal(bare.replace(',', '.'));
    }

    private @Nullable LocalDate day() {
        String text = text("publishedOn");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            unreadable.add(new Problem.Violation("publishedOn", CommonProblem.INVALID_DATE));
            return null;
        }
    }

    /** Its own words may name somebody by mistake. */
    @Override
    public String toString() {
        return "RecordedEntry" + typed.keySet();
    }
}
