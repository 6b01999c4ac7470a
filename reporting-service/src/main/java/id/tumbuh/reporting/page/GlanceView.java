package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sources;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.page.Glance.Shown;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.reconciliation.Reconciliation;
import id.tumbuh.reporting.survey.SurveyEstimate;
import id.tumbuh.reporting.targets.Goal;
import id.tumbuh.reporting.targets.TargetPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the first seven numbers. Survey and routine stand side by side; the share found says how far they are apart. */
@ApplicationScoped
class GlanceView {
    private final Indicators indicators;
    private final Progress progress;

    GlanceView(Indicators indicators, Progress progress) {
        this.indicators = indicators;
        this.progress = progress;
    }

    /**
     * Whose numbers, and in whose words.
     *
     * @param weighed the month with the latest weighings; null when nobody was weighed
     * @param counts of the area, in that month and at present
     */
    record Asked(Area area, @Nullable YearMonth weighed, AreaCounts counts, Wording wording) {
        GlanceMessages words() {
            return Pages.words(GlanceMessages.class, wording.locale());
        }
    }

    Glance of(Handle sql, Asked asked, TargetPath.Ends ends) {
        Wording wording = asked.wording();
        String area = asked.area().code();
        YearMonth then = asked.weighed() == null ? MonthCounters.present() : asked.weighed();
        Sums present = asked.counts().in(area, MonthCounters.present());
        Sums weighed = asked.counts().in(area, then);
        long stunted = asked.counts().cases(area).stunted();
        return new Glance(
                area,
                progress.asOf(sql, Sources.ALL).map(wording::moment).orElse(null),
                List.of(
                        survey(ends, asked),
                        cases(stunted, weighed.children(), asked),
                        found(stunted, weighed.children(), ends.standing(), asked),
                        weighed(figure(Indicator.WEIGHING_COVERAGE, weighed), then, asked),
                        atRisk(figure("krs-share", present), asked),
                        unaccompanied(figure("krs-companioned", present), asked),
                        unsponsored(figure("foster-gap", present), asked)));
    }

    private Figure figure(String code, Sums sums) {
        return indicators.of(code).of(sums);
    }

    private static Shown survey(TargetPath.Ends ends, Asked asked) {
        GlanceMessages words = asked.words();
        SurveyEstimate newest = ends.standing();
        Goal goal = ends.goal();
        return new Shown(
                "survey",
                words.survey(),
                asked.wording().percent(newest == null ? null : newest.percent()),
                newest == null
                        ? words.notSurveyed()
                        : words.surveyed(newest.instrument(), Integer.toString(newest.year())),
                goal == null
                        ? ""
                        : words.target(asked.wording().percent(goal.percent()), Integer.toString(goal.year())));
    }

    private static Shown cases(long stunted, long children, Asked asked) {
        Wording wording = asked.wording();
        return new Shown(
                "cases",
                asked.words().cases(),
                wording.count(stunted),
                asked.words().casesOf(wording.percent(share(stunted, children)), wording.count(children)),
                "");
    }

    private static Shown found(long stunted, long children, @Nullable SurveyEstimate survey, Asked asked) {
        Wording wording = asked.wording();
        long expected = survey == null
                ? 0
                : Reconciliation.expected(survey.percent().movePointLeft(2).doubleValue(), children);
        return new Shown(
                "found",
                asked.words().found(),
                wording.percent(share(stunted, expected).percent()),
                survey == null ? asked.words().notSurveyed() : asked.words().foundOf(wording.count(expected)),
                "");
    }

    private static Shown weighed(Figure figure, YearMonth then, Asked asked) {
        Wording wording = asked.wording();
        return new Shown(
                "weighed",
                asked.words().weighed(),
                wording.percent(figure),
                asked.words()
                        .weighedOf(
                                wording.count(figure.numerator()),
                                wording.count(figure.denominator()),
                                wording.month(then)),
                "");
    }

    private static Shown atRisk(Figure figure, Asked asked) {
        Wording wording = asked.wording();
        return new Shown(
                "krs",
                asked.words().atRisk(),
                wording.count(figure.numerator()),
                asked.words().atRiskOf(wording.percent(figure), wording.count(figure.denominator())),
                "");
    }

    private static Shown unaccompanied(Figure companioned, Asked asked) {
        long without = companioned.denominator() - companioned.numerator();
        return new Shown(
                "unaccompanied",
                asked.words().unaccompanied(),
                asked.wording().count(without),
                asked.words().unaccompaniedOf(asked.wording().percent(share(without, companioned.denominator()))),
                "");
    }

    private static Shown unsponsored(Figure gap, Asked asked) {
        return new Shown(
                "unsponsored",
                asked.words().unsponsored(),
                asked.wording().count(gap.numerator()),
                asked.words().unsponsoredOf(asked.wording().count(gap.denominator())),
                "");
    }

    private static Figure share(long part, long whole) {
        return new Figure(part, whole, OptionalDouble.empty());
    }
}
