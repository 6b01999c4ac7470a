package id.tumbuh.intervention.matching;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A need that nobody has taken on, and the sponsor that the plan gives it. Changed by the solver alone. */
@PlanningEntity
public final class SoughtNeed {
    private UUID id;
    private Facts facts;
    private @Nullable FreeSponsor sponsor;

    /**
     * What is known of it.
     *
     * @param rank the higher the sooner
     * @param partners applications whose sponsors may help; null when any sponsor may
     * @param earlier sponsors who helped the same child or mother before
     */
    public record Facts(
            UUID needId,
            AreaCode area,
            int rank,
            Set<Item.Kind> items,
            @Nullable Set<String> partners,
            Set<UUID> earlier) {
        public Facts {
            items = Set.copyOf(items);
            partners = partners == null ? null : Set.copyOf(partners);
            earlier = Set.copyOf(earlier);
        }

        String kecamatan() {
            return area.value().substring(0, KECAMATAN_LENGTH);
        }
    }

    private static final int KECAMATAN_LENGTH = 8;

    @SuppressWarnings("NullAway.Init") // for the solver, which clones it field by field
    public SoughtNeed() {}

    SoughtNeed(Facts facts) {
        this.id = facts.needId();
        this.facts = facts;
    }

    @PlanningId
    public UUID getId() {
        return id;
    }

    @PlanningVariable(allowsUnassigned = true)
    public @Nullable FreeSponsor getSponsor() {
        return sponsor;
    }

    public void setSponsor(@Nullable FreeSponsor to) {
        this.sponsor = to;
    }

    UUID id() {
        return id;
    }

    Facts facts() {
        return facts;
    }

    @Nullable
    FreeSponsor sponsor() {
        return sponsor;
    }

    void give(@Nullable FreeSponsor to) {
        this.sponsor = to;
    }

    String kecamatan() {
        return facts.kecamatan();
    }
}
