package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.session.Entrance;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.area.Asked;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
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
    private final Entrance entrance;

    Visitor(SecurityIdentity identity, Caller caller, Entrance entrance) {
        this.identity = identity;
        this.caller = caller;
        this.entrance = entrance;
    }

    /** What is answered instead of a page: the way in, or why there is none. */
    Optional<Response> closed(Locale locale) {
        Messages words = Pages.words(locale);
        if (identity.isAnonymous()) {
            return Optional.of(
                    entrance.lead(locale).orElseGet(() -> Pages.note(401, locale, words.signIn(), words.signInHint())));
        }
        if (identity.getRoles().stream().noneMatch(READERS::contains)) {
            return Optional.of(Pages.note(403, locale, words.notForYourRole(), words.notForYourRoleHint()));
        }
        return Optional.empty();
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
