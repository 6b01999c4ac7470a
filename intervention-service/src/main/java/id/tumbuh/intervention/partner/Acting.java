package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which partner sends the request: the one its token names, else the client of the token; never anything in a path or a body.
 */
@ApplicationScoped
public class Acting {
    private final Partners partners;
    private final Caller caller;

    Acting(Partners partners, Caller caller) {
        this.partners = partners;
        this.caller = caller;
    }

    /** The partner, in the areas that both its token and its registration name. */
    public record Party(String client, Actor actor) {
        Scope scope() {
            return actor.scope();
        }
    }

    public Party party() {
        Partner partner = caller.partner()
                .or(caller::client)
                .flatMap(partners::ofToken)
                .orElseThrow(() -> refused(InterventionProblem.PARTNER_NOT_REGISTERED));
        if (partner.terms().suspended()) {
            throw refused(InterventionProblem.PARTNER_SUSPENDED);
        }
        Scope both = both(caller.scope(), partner.terms().area());
        return new Party(partner.client(), new Actor(caller.subject(), partner.client(), both));
    }

    static Scope both(Scope token, AreaCode registered) {
        if (token.unlimited()) {
            return Scope.of(List.of(registered));
        }
        return Scope.of(token.areas().stream()
                .flatMap(area -> area.contains(registered)
                        ? Stream.of(registered)
                        : registered.contains(area) ? Stream.of(area) : Stream.<AreaCode>empty())
                .toList());
    }

    private static ProblemException refused(InterventionProblem why) {
        return new ProblemException(Problem.of(why));
    }
}
