package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Asked;
import id.tumbuh.reporting.arrival.Arrived;
import id.tumbuh.reporting.arrival.Ledger;
import id.tumbuh.reporting.cases.Cases;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.page.ProvinceBoardView.Read;
import id.tumbuh.reporting.reconciliation.Numbers;
import id.tumbuh.reporting.reconciliation.Reconciliation;
import id.tumbuh.reporting.survey.SurveyEstimate;
import id.tumbuh.reporting.targets.NationalPath;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the board of a province into words. */
record ProvinceBoardText(ProvinceBoardView.Asked asked, Indicators indicators) {
    private static final String NOTHING = "–";

    ProvinceBoard of(Read read, Ledger ledger) {
        Wording wording = asked.wording();
        List<Integer> years = read.surveys().values().stream()
                .flatMap(List::stream)
                .map(SurveyEstimate::year)
                .distinct()
                .sorted()
                .toList();
        return new ProvinceBoard(
                asked.area(),
                read.path(),
                wording.month(read.month()),
                read.asOf(),
                sentence(read),
                years,
                read.areas().stream().map(area -> row(area, years, read)).toList(),
                years.stream().map(year -> national(year, read)).toList(),
                charts(read),
                new DeliveredText(wording).of(read.watched(), ledger));
    }

    private ProvinceMessages words() {
        return Pages.words(ProvinceMessages.class, asked.wording().locale());
    }

    private String sentence(Read read) {
        return words().sentence(
                        asked.wording().count(read.watched().kabupaten().size()),
                        asked.wording().count(count(read, Arrived.State.SILENT) + count(read, Arrived.State.UNKNOWN)),
                        asked.wording().count(count(read, Arrived.State.LATE)));
    }

    private static long count(Read read, Arrived.State state) {
        return read.watched().kabupaten().stream()
                .filter(one -> one.state() == state)
                .count();
    }

    private ProvinceBoard.Row row(Area area, List<Integer> years, Read read) {
        Wording wording = asked.wording();
        Sums sums = read.sums().getOrDefault(area.code(), Sums.NONE);
        Figure atRisk =
                indicators.of(Indicator.FAMILIES_AT_RISK).of(read.stocks().getOrDefault(area.code(), Sums.NONE));
        List<SurveyEstimate> surveys = read.surveys().getOrDefault(area.code(), List.of());
        return new ProvinceBoard.Row(
                area,
                Asked.covers(read.scope(), area.code()),
                years.stream().map(year -> survey(surveys, year)).toList(),
                wording.percent(indicators.of(Indicator.STUNTING_PREVALENCE).of(sums)),
                wording.percent(indicators.of(Indicator.WEIGHING_COVERAGE).of(sums)),
                found(area, surveys, sums, read),
                atRisk.denominator() == 0 && atRisk.numerator() == 0 ? NOTHING : wording.count(atRisk.numerator()),
                wording.percent(atRisk));
    }

    /** Of several that speak of one year, the first, as in the chart. */
    private String survey(List<SurveyEstimate> surveys, int year) {
        return surveys.stream()
                .filter(survey -> survey.year() == year)
                .findFirst()
                .map(survey -> asked.wording().percent(survey.percent()))
                .orElse(NOTHING);
    }

    private String found(Area area, List<SurveyEstimate> surveys, Sums sums, Read read) {
        if (surveys.isEmpty()) {
            return NOTHING;
        }
        double share = surveys.getLast().percent().movePointLeft(2).doubleValue();
        long stunted = read.cases().getOrDefault(area.code(), Cases.Count.NONE).stunted();
        return asked.wording()
                .percent(new Figure(stunted, Reconciliation.expected(share, sums.children()), OptionalDouble.empty()));
    }

    private String national(int year, Read read) {
        return read.national().stream()
                .filter(point -> point.year() == year)
                .map(NationalPath.Point::percent)
                .findFirst()
                .map(percent -> asked.wording().percent(percent))
                .orElse(NOTHING);
    }

    private List<ProvinceBoard.Small> charts(Read read) {
        Numbers numbers = new Numbers(asked.wording().locale());
        List<PathChart.Series> all =
                read.areas().stream().map(area -> series(area, read)).toList();
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .map(i -> new ProvinceBoard.Small(
                        read.areas().get(i).name(),
                        label(read.areas().get(i), all.get(i), numbers),
                        PathChart.of(all.get(i), all, numbers)))
                .toList();
    }

    private static PathChart.Series series(Area area, Read read) {
        return new PathChart.Series(read.surveys().getOrDefault(area.code(), List.of()), List.of(), read.national());
    }

    private String label(Area area, PathChart.Series series, Numbers numbers) {
        String points = series.surveys().stream()
                .map(survey -> survey.year() + " " + numbers.percent(survey.percent()))
                .collect(Collectors.joining(", "));
        return words().chart(area.name(), points.isEmpty() ? words().noSurvey() : points);
    }
}
