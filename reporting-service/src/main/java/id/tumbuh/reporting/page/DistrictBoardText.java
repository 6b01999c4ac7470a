package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.cases.Cases;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.page.DistrictBoardView.Asked;
import id.tumbuh.reporting.page.DistrictBoardView.Counted;
import id.tumbuh.reporting.page.DistrictBoardView.Reports;
import id.tumbuh.reporting.quality.WeakPosyandu;
import id.tumbuh.reporting.reconciliation.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts the board of a kecamatan into words. */
record DistrictBoardText(Asked asked, Indicators indicators) {
    private static final String NOTHING = "–";
    private static final int SHORT = 8;

    DistrictBoard of(Counted counted, Reports reports) {
        Wording wording = asked.wording();
        Area area = asked.area();
        Cases.Count cases = counted.cases().getOrDefault(area.code(), Cases.Count.NONE);
        return new DistrictBoard(
                area,
                counted.path(),
                wording.month(counted.month()),
                counted.asOf(),
                sentence(counted, cases, reports),
                counted.desa().stream()
                        .map(desa -> row(desa, desa.name(), counted, reports))
                        .toList(),
                row(area, words().whole(), counted, reports),
                unreported(counted, reports),
                checks(counted, reports),
                Integer.toString(counted.qualityMonths()),
                wording.count(cases.stunted()));
    }

    private BoardMessages words() {
        return Pages.words(BoardMessages.class, asked.wording().locale());
    }

    private String sentence(Counted counted, Cases.Count cases, Reports reports) {
        Wording wording = asked.wording();
        String stunted = wording.count(cases.stunted());
        String fresh = wording.count(counted.fresh());
        String recorded = counted.month().equals(MonthCounters.present())
                ? words().casesNow(stunted, fresh)
                : words().casesThen(stunted, fresh, wording.month(counted.month()));
        if (reports.all() == null) {
            return recorded;
        }
        return words().reported(
                                wording.count(late(reports)),
                                wording.count(reports.all().size()))
                + "; " + recorded;
    }

    private static long late(Reports reports) {
        return reports.late().values().stream().mapToLong(List::size).sum();
    }

    private DistrictBoard.Row row(Area area, String name, Counted counted, Reports reports) {
        Wording wording = asked.wording();
        Sums sums = counted.sums().getOrDefault(area.code(), Sums.NONE);
        Cases.Count cases = counted.cases().getOrDefault(area.code(), Cases.Count.NONE);
        return new DistrictBoard.Row(
                name,
                wording.count(sums.children()),
                percent(Indicator.WEIGHING_COVERAGE, sums),
                percent(Indicator.WEIGHT_GAIN, sums),
                wording.count(cases.stunted() - cases.severelyStunted()),
                wording.count(cases.severelyStunted()),
                atRisk(counted.stocks().getOrDefault(area.code(), Sums.NONE)),
                unreported(area, reports));
    }

    /** Of families nobody told of it is not known how many are at risk. */
    private String atRisk(Sums stocks) {
        Figure figure = indicators.of(Indicator.FAMILIES_AT_RISK).of(stocks);
        return figure.denominator() == 0 && figure.numerator() == 0
                ? NOTHING
                : asked.wording().count(figure.numerator());
    }

    private String percent(String indicator, Sums sums) {
        return asked.wording().percent(indicators.of(indicator).of(sums));
    }

    private String unreported(Area area, Reports reports) {
        if (reports.all() == null) {
            return NOTHING;
        }
        List<RegistryPosyandu.Named> there = reports.all().stream()
                .filter(one -> one.area().equals(area.code()) || one.area().startsWith(area.code() + "."))
                .toList();
        long late = there.stream()
                .filter(one -> !reports.reported().contains(one.id()))
                .count();
        return there.isEmpty()
                ? NOTHING
                : asked.wording().count(late) + "/" + asked.wording().count(there.size());
    }

    private DistrictBoard.Unreported unreported(Counted counted, Reports reports) {
        Map<String, List<RegistryPosyandu.Named>> late = reports.late();
        if (reports.all() == null || late.isEmpty()) {
            return new DistrictBoard.Unreported(reports.all() != null, "");
        }
        Wording wording = asked.wording();
        String head = words().unreportedHead(
                        asked.area().name(),
                        wording.month(counted.month()),
                        wording.count(late(reports)),
                        wording.count(reports.all().size()));
        Map<String, String> names = names(counted);
        String lines = late.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(desa -> names.getOrDefault(desa.getKey(), desa.getKey()) + ": "
                        + desa.getValue().stream()
                                .map(RegistryPosyandu.Named::name)
                                .sorted(Comparator.comparing(name -> name.toLowerCase(Locale.ROOT)))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
        return new DistrictBoard.Unreported(true, head + "\n" + lines);
    }

    private static Map<String, String> names(Counted counted) {
        return counted.desa().stream().collect(Collectors.toMap(Area::code, Area::name));
    }

    private List<DistrictBoard.Check> checks(Counted counted, Reports reports) {
        SurveyMessages reasons =
                Pages.words(SurveyMessages.class, asked.wording().locale());
        WeakView weak = new WeakView(reasons, new Numbers(asked.wording().locale()));
        List<RegistryPosyandu.Named> all = reports.all() == null ? List.of() : reports.all();
        Map<UUID, String> names =
                all.stream().collect(Collectors.toMap(RegistryPosyandu.Named::id, RegistryPosyandu.Named::name));
        return counted.weak().stream()
                .map(one -> new DistrictBoard.Check(
                        names.getOrDefault(one.posyanduId(), unnamed(one, reasons)),
                        one.areaName() == null ? one.area() : one.areaName(),
                        one.signs().stream()
                                .map(sign -> weak.reason(sign, null))
                                .toList()))
                .toList();
    }

    private static String unnamed(WeakPosyandu one, SurveyMessages words) {
        String id = one.posyanduId().toString();
        return words.unnamed(id.substring(id.length() - SHORT));
    }
}
