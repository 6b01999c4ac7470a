package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.area.Asked;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who opens a page: whether it may read one at all, and which area it means. */
@ApplicationScoped
class Visitor {
    private static final Set<String> READERS =
            Set.of(Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.ADMIN);

    private static final Set<String> READERS_OF_AUDITS =
            Set.of(Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN);

    private final SecurityIdentity identity;
    private final Caller caller;

    Visitor(SecurityIdentity identity, Caller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    boolean mayRead() {
        return !identity.isAnonymous() && identity.getRoles().stream().anyMatch(READERS::contains);
    }

    /** Whether it may see audits of cases one by one, by their pseudonyms: who may follow them on the stream. */
    boolean mayReadAudits() {
        return identity.getRoles().stream().anyMatch(READERS_OF_AUDITS::contains);
    }

    Scope scope() {
        return caller.scope();
    }

    /** The area asked for if it is the caller's; without one the caller's first. */
    Optional<String> ownArea(@Nullable String asked) {
        Scope scope = caller.scope();
        if (asked == null) {
            return scope.unlimited()
                    ? Optional.of(Country.CODE)
                    : scope.areas().stream().map(AreaCode::value).findFirst();
        }
        return Optional.of(asked).filter(code -> Country.isArea(code) && Asked.covers(scope, code));
    }
}
