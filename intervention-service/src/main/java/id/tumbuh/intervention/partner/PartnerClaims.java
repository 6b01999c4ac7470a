package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.placement.ChangePlacement;
import id.tumbuh.intervention.placement.ClaimNeed;
import id.tumbuh.intervention.placement.Placement;
import id.tumbuh.intervention.placement.Placing;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a partner does with needs: only for its own sponsors, only to whom it knows. Whatever isn't its own isn't there. */
@ApplicationScoped
class PartnerClaims {
    private final Database database;
    private final OpenNeeds needs;
    private final PartnerPlacements placements;
    private final ClaimNeed claim;
    private final ChangePlacement change;

    PartnerClaims(
            Database database, OpenNeeds needs, PartnerPlacements placements, ClaimNeed claim, ChangePlacement change) {
        this.database = database;
        this.needs = needs;
        this.placements = placements;
        this.claim = claim;
        this.change = change;
    }

    /** A claim by pseudonym. */
    record Claim(UUID id, String child, UUID sponsorId) {}

    /** A placement, and whether it was made just now. */
    record Held(PartnerPlacementView placement, boolean created) {}

    Held claim(Acting.Party party, Claim wanted, Instant now) {
        if (!actsFor(party, wanted.sponsorId())) {
            throw refused(InterventionProblem.SPONSOR_UNKNOWN);
        }
        // sent again after the need was closed or placed anew, it is still the same claim
        Optional<PartnerPlacementView> before = placements.find(party, wanted.id());
        if (before.isPresent()) {
            return again(before.get(), wanted);
        }
        UUID need =
                needs.needOf(party, wanted.child(), now).orElseThrow(() -> refused(InterventionProblem.NEED_UNKNOWN));
        Placing outcome = claim.claim(party.actor(), new ClaimNeed.Claim(wanted.id(), need, wanted.sponsorId()), now);
        return new Held(view(party, done(outcome)), outcome instanceof Placing.Done);
    }

    PartnerPlacementView commit(
            Acting.Party party, ChangePlacement.Change wanted, @Nullable LocalDate from, @Nullable Integer days) {
        own(party, wanted.id());
        return view(party, done(change.commit(party.actor(), wanted, from, days)));
    }

    PartnerPlacementView renew(Acting.Party party, ChangePlacement.Change wanted, @Nullable Integer days) {
        own(party, wanted.id());
        return view(party, done(change.renew(party.actor(), wanted, days)));
    }

    PartnerPlacementView release(Acting.Party party, ChangePlacement.Change wanted) {
        own(party, wanted.id());
        return view(party, done(change.release(party.actor(), wanted)));
    }

    PartnerPlacementView own(Acting.Party party, UUID id) {
        return placements.find(party, id).orElseThrow(() -> refused(InterventionProblem.PLACEMENT_UNKNOWN));
    }

    private static Held again(PartnerPlacementView stands, Claim wanted) {
        boolean isSame =
                stands.child().equals(wanted.child()) && stands.sponsorId().equals(wanted.sponsorId());
        if (!isSame) {
            throw new ProblemException(Problem.of(CommonProblem.CONFLICT));
        }
        return new Held(stands, false);
    }

    private boolean actsFor(Acting.Party party, UUID sponsor) {
        return database.read(
                party.scope(),
                sql -> sql.createQuery("select count(*) from sponsor where id = :id and client = :client")
                                .bind("id", sponsor)
                                .bind("client", party.client())
                                .mapTo(Integer.class)
                                .one()
                        == 1);
    }

    private PartnerPlacementView view(Acting.Party party, Placement placement) {
        return own(party, placement.pair().id());
    }

    /** A consent that was withdrawn a moment ago looks like a need that isn't there. */
    private static Placement done(Placing outcome) {
        return switch (outcome) {
            case Placing.Done(var placement) -> placement;
            case Placing.Unchanged(var placement) -> placement;
            case Placing.IdTaken() -> throw new ProblemException(Problem.of(CommonProblem.CONFLICT));
            case Placing.Stale() -> throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
            case Placing.Unknown(var what) -> throw refused(what);
            case Placing.Refused(var why) ->
                throw refused(why == InterventionProblem.CONSENT_MISSING ? InterventionProblem.NEED_UNKNOWN : why);
        };
    }

    private static ProblemException refused(InterventionProblem why) {
        return new ProblemException(Problem.of(why));
    }
}
