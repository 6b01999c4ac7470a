package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.reconciliation.Explanation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, as it is answered, frozen and sealed: percentages in percent, nothing computed from anything but what stands in it.
 *
 * @param asOf when the latest event happened that the figures include
 * @param way the target and the way to it
 * @param rank where the area stands among those of its level in its province; a province in the country
 */
@Schema(name = "EvaluationReport")
public record Report(
        String area,
        String name,
        AreaLevel level,
        String period,
        YearMonth from,
        YearMonth until,
        @Nullable Instant asOf,
        List<Progress.Included> includes,
        String obstacles,
        String followUp,
        List<Line> figures,
        Way way,
        Survey survey,
        Changes changes,
        @Nullable Rank rank,
        List<Ranked> areas,
        List<Weak> posyandu) {

    public Report {
        includes = List.copyOf(includes);
        figures = List.copyOf(figures);
        areas = List.copyOf(areas);
        posyandu = List.copyOf(posyandu);
    }

    /** Whether a figure went the way it should since the semester before. */
    public enum Direction {
        BETTER,
        WORSE,
        SAME,
        /** One of the two is not known. */
        UNKNOWN
    }

    /**
     * An indicator: now, a semester before and a year before.
     *
     * @param points percentage points since the semester before
     */
    @Schema(name = "EvaluationFigure")
    public record Line(
            String code,
            Indicator.Words indonesian,
            Indicator.Words english,
            boolean lowerIsBetter,
            String source,
            Value now,
            Value before,
            Value yearBefore,
            @Nullable BigDecimal points,
            Direction direction) {}

    /**
     * A share with what it is made of.
     *
     * @param months those it is of
     * @param coverage of the children who should have come; null where nobody knows whom to expect
     */
    @Schema(name = "EvaluationValue")
    public record Value(
            List<YearMonth> months,
            long numerator,
            long denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal coverage) {
        public Value {
            months = List.copyOf(months);
        }
    }

    /**
     * Target and way for the prevalence of stunting. Children to lift stand once by the survey and once by routine counts.
     *
     * @param thisYear the area's own target for the year, else the national one
     * @param interpolated whether no plan names this year
     * @param standing the newest survey's percentage, from which the way is measured
     */
    @Schema(name = "EvaluationWay")
    public record Way(
            int year,
            @Nullable BigDecimal thisYear,
            boolean thisYearOwn,
            boolean interpolated,
            @Nullable Integer goalYear,
            @Nullable BigDecimal goal,
            boolean goalOwn,
            @Nullable String standingOf,
            @Nullable BigDecimal standing,
            @Nullable BigDecimal pointsAYear,
            @Nullable Long liftBySurvey,
            @Nullable Long liftByRoutine) {}

    /**
     * Survey beside routine, never blended.
     *
     * @param instrument null where no survey speaks of the area
     */
    @Schema(name = "EvaluationSurvey")
    public record Survey(
            @Nullable String instrument,
            @Nullable Integer year,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String source,
            YearMonth routineMonth,
            @Nullable BigDecimal routinePercent,
            Explanation explanation,
            String verdict,
            String verdictEnglish) {}

    /**
     * What changed since the last report, and why as far as it can be told.
     *
     * @param cases children who entered and left the case list in the semester
     * @param families null where no family was ever counted
     * @param untold what can't be told from what is kept here
     */
    @Schema(name = "EvaluationChanges")
    public record Changes(
            Since since,
            List<Moved> moved,
            Cases cases,
            @Nullable Families families,
            List<Untold> untold) {
        public Changes {
            moved = List.copyOf(moved);
            untold = List.copyOf(untold);
        }
    }

    /**
     * What it is compared with: the report of the semester before as it was handed in, or without one what is counted of it now.
     *
     * @param submittedAt null without a report
     */
    @Schema(name = "EvaluationSince")
    public record Since(
            String period,
            @Nullable Instant submittedAt,
            @Nullable String hash) {}

    /**
     * An indicator that is not as it was.
     *
     * @param recounted whether what was reported then is counted otherwise today
     */
    @Schema(name = "EvaluationMoved")
    public record Moved(
            String code,
            long numeratorThen,
            long denominatorThen,
            @Nullable BigDecimal percentThen,
            long numerator,
            long denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal points,
            boolean recounted) {}

    /**
     * Children and the case list, from the first day of the semester to the last.
     *
     * @param newly found stunted in it, and still
     * @param recovered found not stunted any more in it
     * @param agedOut stunted, and turned five in it: no figure counts them any more
     * @param rest what remains of the difference between the two figures after these three
     */
    @Schema(name = "EvaluationCases")
    public record Cases(
            LocalDate first,
            LocalDate last,
            long newly,
            long recovered,
            long agedOut,
            long stuntedThen,
            long stunted,
            long rest) {}

    /** Families that became at risk and that ceased to be, both since the end of last year, up to a month. */
    @Schema(name = "EvaluationFamilies")
    public record Families(YearMonth until, long newAtRisk, long riskEnded) {}

    /** What the figures can't tell. */
    public enum Untold {
        /** Addresses are kept as they are now: who moved in or out in between is not known here. */
        MOVES,
        /** Who was weighed in one of the two months only: figures count children, and do not follow them. */
        MEASURED_ONCE,
        /** Of families and needs only how many there were, not which. */
        OTHER_INDICATORS
    }

    /** Which place of how many with figures, the first having the highest prevalence. */
    @Schema(name = "EvaluationRank")
    public record Rank(int place, int of, String within) {}

    /**
     * An area one level below.
     *
     * @param place null without figures; the same for the same percentage
     */
    @Schema(name = "EvaluationArea")
    public record Ranked(
            @Nullable Integer place,
            String code,
            String name,
            long stunted,
            long measured,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal coverage) {}

    /** A posyandu to measure again, with the signs that say so. */
    @Schema(name = "EvaluationPosyandu")
    public record Weak(
            UUID posyanduId,
            String area,
            @Nullable String areaName,
            YearMonth month,
            String verdict,
            long measured,
            long stunted,
            List<Sign> signs) {
        public Weak {
            signs = List.copyOf(signs);
        }
    }

    /** A sign with its share or spread. */
    @Schema(name = "EvaluationSign")
    public record Sign(
            String code,
            long numerator,
            long denominator,
            @Nullable Double value) {}

    Optional<Line> line(String code) {
        return figures.stream().filter(line -> line.code().equals(code)).findFirst();
    }

    Report withRank(@Nullable Rank its) {
        return new Report(
                area, name, level, period, from, until, asOf, includes, obstacles, followUp, figures, way, survey,
                changes, its, areas, posyandu);
    }
}
