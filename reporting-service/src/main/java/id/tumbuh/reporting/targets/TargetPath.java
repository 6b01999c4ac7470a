package id.tumbuh.reporting.targets;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.survey.Question;
import id.tumbuh.reporting.survey.SurveyEstimate;
import id.tumbuh.reporting.survey.SurveyEstimates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where an area stands on its way and what is left to do. */
@ApplicationScoped
public class TargetPath {
    static final String INDICATOR = "stunting-prevalence";

    private final NationalPath national;
    private final AreaTargets targets;
    private final SurveyEstimates estimates;
    private final Figures figures;
    private final Areas areas;

    TargetPath(NationalPath national, AreaTargets targets, SurveyEstimates estimates, Figures figures, Areas areas) {
        this.national = national;
        this.targets = targets;
        this.estimates = estimates;
        this.figures = figures;
        this.areas = areas;
    }

    /**
     * What is asked.
     *
     * @param day the day it is asked on: only targets ahead of it count
     */
    public record Wanted(Area area, @Nullable YearMonth month, LocalDate day) {}

    /**
     * An area and the children that are too many for the target there, by the routine counts of the month.
     *
     * @param measured children with a plausible height for age
     */
    public record Part(Area area, long stunted, long measured, long tooMany) {}

    /**
     * The whole path.
     *
     * @param standing the newest survey up to the day, from which the way is measured; null without one
     * @param pointsAYear from the day's year on; null without a standing or a goal
     * @param tooManyBySurvey children above the target if the survey is right, of all expected
     */
    public record Path(
            Area area,
            List<NationalPath.Point> national,
            List<AreaTarget> own,
            List<SurveyEstimate> surveys,
            @Nullable Goal goal,
            @Nullable SurveyEstimate standing,
            @Nullable BigDecimal pointsAYear,
            int fromYear,
            @Nullable YearMonth month,
            @Nullable Long tooManyBySurvey,
            @Nullable Part whole,
            List<Part> parts) {}

    /**
     * The ends of the path: all that a page needs which does not show the way between.
     *
     * @param standing the newest survey up to the day; null without one
     */
    public record Ends(@Nullable Goal goal, @Nullable SurveyEstimate standing) {}

    /** Without a look at any routine count, which for each area below is the costly part of the path. */
    public Ends ends(Handle sql, String area, LocalDate day) {
        List<AreaTarget> own = targets.of(sql, area, INDICATOR);
        List<SurveyEstimate> surveys = estimates.of(sql, Question.of(area, INDICATOR));
        return new Ends(Goal.from(day.getYear(), own, national.on(day)).orElse(null), standing(surveys, day.getYear()));
    }

    private static @Nullable SurveyEstimate standing(List<SurveyEstimate> surveys, int year) {
        return surveys.stream()
                .filter(estimate -> estimate.year() <= year)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    public Path of(Handle sql, Wanted wanted) {
        String area = wanted.area().code();
        int year = wanted.day().getYear();
        List<NationalPath.Point> points = national.on(wanted.day());
        List<AreaTarget> own = targets.of(sql, area, INDICATOR);
        List<SurveyEstimate> surveys = estimates.of(sql, Question.of(area, INDICATOR));
        Optional<Goal> goal = Goal.from(year, own, points);
        SurveyEstimate standing = standing(surveys, year);
        YearMonth month = wanted.month() != null
                ? wanted.month()
                : figures.tellingMonth(sql, area).orElse(null);
        List<Part> parts = month == null || goal.isEmpty() ? List.of() : parts(sql, wanted.area(), month, goal.get());
        long children = month == null
                ? 0
                : figures.sums(sql, List.of(area), month)
                        .getOrDefault(area, Sums.NONE)
                        .children();
        return new Path(
                wanted.area(),
                points,
                own,
                surveys,
                goal.orElse(null),
                standing,
                goal.isEmpty() || standing == null ? null : goal.get().pointsAYear(standing.percent(), year),
                year,
                month,
                goal.map(it -> it.tooManyBySurvey(standing == null ? null : standing.percent(), children))
                        .orElse(null),
                parts.isEmpty() ? null : parts.getFirst(),
                parts.isEmpty() ? List.of() : parts.subList(1, parts.size()));
    }

    /** The area itself, then each area one level below, by what is left to do there. */
    private List<Part> parts(Handle sql, Area area, YearMonth month, Goal goal) {
        List<Area> below = areas.children(sql, area.code(), month);
        List<Area> all = new ArrayList<>(below);
        all.addFirst(area);
        Map<String, Sums> sums = figures.sums(sql, all.stream().map(Area::code).toList(), month);
        List<Part> parts = new ArrayList<>(below.stream()
                .map(one -> part(one, sums.getOrDefault(one.code(), Sums.NONE), goal))
                .sorted(Comparator.comparingLong(Part::tooMany)
                        .thenComparingLong(Part::stunted)
                        .reversed()
                        .thenComparing(part -> part.area().code()))
                .toList());
        parts.addFirst(part(area, sums.getOrDefault(area.code(), Sums.NONE), goal));
        return parts;
    }

    private static Part part(Area area, Sums sums, Goal goal) {
        return new Part(
                area, sums.stunted(), sums.heightPlausible(), goal.tooMany(sums.stunted(), sums.heightPlausible()));
    }
}
