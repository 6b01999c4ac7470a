package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.area.Asked;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.monthly.MonthCounters;
import org.jspecify.annotations.Nullable;

/** The area and semester of a question about reports. */
public final class Asking {
    private Asking() {}

    /** An area that the caller may not see is not there. */
    public static EvaluationKey key(@Nullable String area, @Nullable String period, Scope scope) {
        String where = Asked.ownArea(area, scope);
        if (where.equals(Country.CODE)) {
            throw invalid("/area", EvaluationProblem.NOBODY_ABOVE);
        }
        return new EvaluationKey(where, semester(period));
    }

    /** By default the last one that is over: the one that is reported now. */
    public static Period semester(@Nullable String period) {
        if (period == null) {
            return reported();
        }
        Period semester = Period.of(period)
                .filter(Period::isSemester)
                .orElseThrow(() -> invalid("/period", EvaluationProblem.NOT_A_SEMESTER));
        if (semester.first().isAfter(MonthCounters.present())) {
            throw invalid("/period", EvaluationProblem.SEMESTER_AHEAD);
        }
        return semester;
    }

    /** The last semester that is over. */
    public static Period reported() {
        return Period.semesterOf(MonthCounters.present()).before();
    }

    static ProblemException invalid(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }

    static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}
