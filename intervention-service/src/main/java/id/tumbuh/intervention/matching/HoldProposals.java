package id.tumbuh.intervention.matching;

import id.tumbuh.intervention.placement.ClaimMany;
import id.tumbuh.intervention.placement.ClaimNeed;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes proposals placements, each as if it had been claimed: who was taken, left or lost its consent since the plan was made is
 * told and left out. Cut short, it goes on where it was.
 */
@ApplicationScoped
class HoldProposals {
    private static final int PORTION = 100;

    private final Database database;
    private final ClaimMany claims;

    HoldProposals(Database database, ClaimMany claims) {
        this.database = database;
        this.claims = claims;
    }

    /** How many were held, and how many not, by why. */
    Map<String, Integer> hold(Actor actor, UUID run, Instant now) {
        Map<String, Integer> outcomes = new TreeMap<>();
        Actor claiming = withTheProvince(actor);
        while (true) {
            List<Proposal> next = database.read(actor.scope(), sql -> MatchRuns.undecided(sql, run, PORTION));
            if (next.isEmpty()) {
                return outcomes;
            }
            List<String> became = claims.outcomes(
                    claiming,
                    next.stream().map(proposal -> claim(run, proposal)).toList(),
                    now);
            database.<@Nullable Object>write(actor.scope(), tx -> {
                MatchRuns.decided(tx.sql(), run, next, became);
                return null;
            });
            became.forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
        }
    }

    /**
     * A sponsor of the province stands in an area above the actor's, where its places are counted. Only what the plan proposed for the
     * actor's own areas is claimed so.
     */
    private static Actor withTheProvince(Actor actor) {
        if (actor.scope().unlimited()) {
            return actor;
        }
        Set<AreaCode> areas = new LinkedHashSet<>(actor.scope().areas());
        actor.scope()
                .areas()
                .forEach(area -> areas.add(new AreaCode(area.value().substring(0, AreaLevel.PROVINSI.codeLength()))));
        return new Actor(actor.subject(), actor.client(), Scope.of(List.copyOf(areas)));
    }

    private static ClaimNeed.Claim claim(UUID run, Proposal proposal) {
        return new ClaimNeed.Claim(proposal.claimId(run), proposal.needId(), proposal.sponsorId());
    }
}
