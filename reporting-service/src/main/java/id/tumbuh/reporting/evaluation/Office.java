package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.reporting.Country;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever acts, with the areas that the token names. It acts for exactly those: that a kabupaten sees its kecamatan does not let it
 * write their reports, or it could accept what it wrote.
 */
public record Office(String subject, @Nullable String client, Scope scope, boolean writes) {
    private static final Set<String> WRITERS = Set.of(Roles.TPPS, Roles.BKKBN, Roles.ADMIN);

    public static Office of(Caller caller) {
        return new Office(
                caller.subject(),
                caller.client().orElse(null),
                caller.scope(),
                caller.roles().stream().anyMatch(WRITERS::contains));
    }

    /** Whether it is the office of that very area; the centre is who may see everything. */
    boolean isOf(String area) {
        return area.equals(Country.CODE) ? scope.unlimited() : scope.areas().contains(new AreaCode(area));
    }

    boolean mayWrite(String area) {
        return writes && isOf(area);
    }

    /** Whether reports of the area are for it to decide on, whoever handed them in. */
    boolean mayDecide(String area) {
        return writes && !area.equals(Country.CODE) && isOf(above(area));
    }

    static String above(String area) {
        return new AreaCode(area).parent().map(AreaCode::value).orElse(Country.CODE);
    }

    AuditEntry did(String action, EvaluationKey key) {
        return new AuditEntry(subject, client, action, "evaluation", key.toString(), key.area());
    }

    /** The audit is chained and its head told outside: the hash can't be replaced together with the figures. */
    AuditEntry sealed(EvaluationKey key, String hash) {
        return new AuditEntry(subject, client, "SEAL", "evaluation-hash", hash, key.area());
    }
}
