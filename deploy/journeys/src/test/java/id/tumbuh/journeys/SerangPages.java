package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the dashboard shows to the kabupaten's team, read without a browser. */
final class SerangPages {
    private static final Pattern CELL = Pattern.compile("<td class=\"right[^>]*>([^<]*)</td>");
    private static final int MONTHS_SHOWN = 3;

    private final Programme programme;
    private final JsonNode gap;

    SerangPages(Programme programme) {
        this.programme = programme;
        this.gap = programme.team.indicator("foster-gap", Programme.KABUPATEN, YearMonth.from(programme.days.today()));
    }

    void fosterParentsAreRight(Feeding feeding) {
        String page = programme.team.page("/foster-parents?area=" + Programme.KABUPATEN);
        assertThat(page)
                .doesNotContain("id=\"sponsors-missing\"")
                .contains("<p class=\"number\">" + shown(gap.get("denominator").asLong()) + "</p>")
                .contains("<p class=\"number\">" + shown(gap.get("numerator").asLong()) + "</p>");
        for (JsonNode row : gap.get("rows")) {
            assertThat(cells(page, "/foster-parents?area=" + row.get("key").asText() + "&"))
                    .as(row.toString())
                    .startsWith(
                            shown(row.get("denominator").asLong()),
                            shown(row.get("numerator").asLong()));
        }
        YearMonth present = YearMonth.from(programme.days.today());
        for (int ago = 0; ago < MONTHS_SHOWN; ago++) {
            int[] over = feeding.overIn(present.minusMonths(ago));
            String name = shown(present.minusMonths(ago));
            assertThat(cells(page, "<th scope=\"row\">" + name + "</th>"))
                    .as(name)
                    .startsWith(shown(over[0]), shown(over[1]));
        }
    }

    void cockpitIsRight() {
        int last = programme.days.months();
        SerangTruth truth = programme.truth;
        String page = programme.team.page("/?area=" + Programme.KABUPATEN);
        long cases = truth.children().stream()
                .filter(child -> truth.isStunted(child, last))
                .count();
        assertThat(page).contains("id=\"cases\">" + shown(cases) + "<");
        truth.count(child -> truth.isStunted(child, last))
                .forEach((kecamatan, many) -> assertThat(between(page, "id=\"row-" + kecamatan + "\"", "</tr>"))
                        .contains("data-count=\"" + many + "\""));
        assertThat(between(page, "data-figure=\"foster-gap\"", "</tr>"))
                .contains(
                        "data-part=\"numerator\">" + shown(gap.get("numerator").asLong()) + "<",
                        "data-part=\"denominator\">"
                                + shown(gap.get("denominator").asLong()) + "<");
    }

    private static List<String> cells(String page, String marker) {
        return CELL.matcher(between(page, marker, "</tr>"))
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }

    private static String between(String page, String from, String to) {
        int begin = page.indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        return page.substring(begin, page.indexOf(to, begin));
    }

    private static String shown(long number) {
        return NumberFormat.getIntegerInstance(Locale.of("id", "ID")).format(number);
    }

    private static String shown(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.of("id", "ID")));
    }
}
