package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.reconciliation.Compare;
import id.tumbuh.reporting.reconciliation.Compared;
import id.tumbuh.reporting.reconciliation.Explanation;
import id.tumbuh.reporting.reconciliation.Numbers;
import id.tumbuh.reporting.reconciliation.Verdict;
import id.tumbuh.reporting.targets.TargetPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads survey and routine of an area and puts them into words. */
@ApplicationScoped
class SurveyView {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final int POSYANDU = 10;
    private static final Set<Explanation> WARNING =
            Set.of(Explanation.COVERAGE_ALONE_NOT_CREDIBLE, Explanation.OUTSIDE_BOUNDS, Explanation.ALL_MEASURED);

    private final Areas areas;
    private final Figures figures;
    private final Compare compare;
    private final TargetPath targets;

    SurveyView(Areas areas, Figures figures, Compare compare, TargetPath targets) {
        this.areas = areas;
        this.figures = figures;
        this.compare = compare;
        this.targets = targets;
    }

    /** What stands in the database, read in one go: the rest needs no transaction. */
    record Read(List<Step> path, Compared compared, TargetPath.Path way) {}

    Read read(Handle sql, Scope scope, Area area, @Nullable YearMonth asked) {
        LocalDate today = LocalDate.now(JAKARTA);
        YearMonth month =
                asked != null ? asked : figures.tellingMonth(sql, area.code()).orElse(YearMonth.from(today));
        return new Read(
                Step.of(areas.path(sql, area.code()), scope),
                compare.of(sql, new Compare.Wanted(area, month, POSYANDU)),
                targets.of(sql, new TargetPath.Wanted(area, month, today)));
    }

    SurveyPage page(Read read, Map<UUID, String> names, Locale locale) {
        Compared compared = read.compared();
        Wording wording = new Wording(locale);
        Numbers numbers = new Numbers(locale);
        SurveyMessages words = Pages.words(SurveyMessages.class, locale);
        Verdict verdict = Verdict.in(locale);
        String headline = verdict.headline(compared);
        SurveySides sides = new SurveySides(words, numbers, wording);
        return new SurveyPage(
                compared.area(),
                read.path(),
                wording.month(compared.routine().month()),
                compared.asOf() == null ? null : wording.moment(compared.asOf()),
                headline,
                WARNING.contains(compared.explanation()),
                verdict.sentences(compared).stream()
                        .filter(sentence -> !sentence.equals(headline))
                        .toList(),
                sides.rows(compared),
                sides.found(compared),
                sides.bounds(compared),
                new CitedView(words, numbers, wording).of(compared),
                new WayView(words, numbers, wording).of(read.way()),
                new WeakView(words, numbers).of(compared, names),
                compared.rules().used().stream()
                        .map(rule -> new SurveyPage.Rule(
                                rule.code() + " (" + rule.version() + ")",
                                numbers.decimal(
                                        rule.value(),
                                        Math.max(
                                                0,
                                                rule.value()
                                                        .stripTrailingZeros()
                                                        .scale())),
                                rule.source(),
                                rule.note()))
                        .toList());
    }
}
