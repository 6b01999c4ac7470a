package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** The finest area that a partner is told of, or may ask for: who could ask for a desa would learn who lives there. */
public final class Kecamatan {
    private Kecamatan() {}

    public static String of(AreaCode area) {
        int length = AreaLevel.KECAMATAN.codeLength();
        return area.value().length() <= length ? area.value() : area.value().substring(0, length);
    }

    static AreaRange asked(@Nullable String area, Scope scope) {
        if (area != null && AreaRange.code(area).level() == AreaLevel.DESA_KELURAHAN) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", InterventionProblem.KECAMATAN_AT_MOST));
        }
        return AreaRange.of(area, scope);
    }
}
