package id.tumbuh.intervention.placement;

import id.tumbuh.platform.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Holds a need for a sponsor. Of any number who want the same need at once one gets it: the database's unique index decides, not a
 * look beforehand.
 */
@ApplicationScoped
public class ClaimNeed {
    private final ClaimMany claims;

    ClaimNeed(ClaimMany claims) {
        this.claims = claims;
    }

    /**
     * Who wants which need.
     *
     * @param id made by who claims, so that a claim sent again is the same claim
     */
    public record Claim(UUID id, UUID needId, UUID sponsorId) {}

    public Placing claim(Actor actor, Claim claim, Instant now) {
        return claims.claim(actor, List.of(claim), now).getFirst();
    }

    /** When it happens and what holds then. */
    record Moment(Instant now, LocalDate today, PlacementRules rules) {}

    static Placing madeBefore(Placement before, Claim claim) {
        Placement.Pair pair = before.pair();
        return pair.needId().equals(claim.needId()) && pair.sponsorId().equals(claim.sponsorId())
                ? new Placing.Unchanged(before)
                : new Placing.IdTaken();
    }
}
