package id.tumbuh.registry.family;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tumbuh.platform.messaging.IntegrationEvent;
import id.tumbuh.registry.screening.RiskFactor;
import id.tumbuh.registry.screening.TargetCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What registry-service announces about a family: what happened, and the whole state after it. Contracts: {@code contracts/registry/}. */
record FamilyEvent(
        @JsonIgnore Fact fact,
        UUID familyId,
        long version,
        String areaCode,
        boolean targeted,
        List<TargetCategory> targetCategories,
        boolean atRisk,
        List<RiskFactor> riskFactors,
        String ruleVersion,
        @Nullable Integer welfareRank,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto,
        @JsonUnwrapped Circumstances circumstances)
        implements IntegrationEvent {

    /** What happened; the name on the wire is a contract. */
    enum Fact {
        REGISTERED("family-registered"),
        CHANGED("family-changed"),
        MOVED("family-moved"),
        SPLIT("family-split"),
        MERGED("family-merged"),
        SEPARATED("family-merge-undone"),
        FLAGGED_AT_RISK("family-flagged-at-risk"),
        RISK_CHANGED("family-risk-changed"),
        RISK_CLEARED("family-risk-cleared");

        private final String type;

        Fact(String name) {
            this.type = "id.tumbuh.registry." + name + ".v1";
        }
    }

    /** What only some of the events say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Circumstances(
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            LocalDate effectiveOn,

            @Nullable String movedFrom,
            @Nullable UUID splitInto,
            @Nullable UUID splitFrom) {
        private static final Circumstances NONE = new Circumstances(null, null, null, null);

        static Circumstances of(Occasion occasion) {
            return switch (occasion) {
                case Occasion.Moved(var from, var on) -> new Circumstances(on, from, null, null);
                case Occasion.Split(var into, var on) -> new Circumstances(on, null, into, null);
                case Occasion.Merged(var on) -> new Circumstances(on, null, null, null);
                case Occasion.Separated(var on) -> new Circumstances(on, null, null, null);
            };
        }
    }

    FamilyEvent {
        targetCategories = List.copyOf(targetCategories);
        riskFactors = List.copyOf(riskFactors);
    }

    static FamilyEvent of(Fact fact, FamilyState state, long version) {
        return of(fact, state, version, Circumstances.NONE);
    }

    private static FamilyEvent of(Fact fact, FamilyState state, long version, Circumstances circumstances) {
        Risk risk = state.risk();
        return new FamilyEvent(
                fact,
                state.id(),
                version,
                state.area(),
                risk.targeted(),
                risk.targets(),
                risk.atRisk(),
                risk.factors(),
                risk.ruleVersion(),
                state.welfareRank(),
                state.mergedInto(),
                circumstances);
    }

    /** A new family at risk is two facts, told in order: it is there, and it needs help. */
    static List<FamilyEvent> ofRegistration(FamilyState state) {
        return ofRegistration(state, Circumstances.NONE);
    }

    /** The family that members of another one have become. */
    static List<FamilyEvent> ofSplit(FamilyState state, UUID from, LocalDate on) {
        return ofRegistration(state, new Circumstances(on, null, null, from));
    }

    private static List<FamilyEvent> ofRegistration(FamilyState state, Circumstances circumstances) {
        List<FamilyEvent> events = new ArrayList<>(2);
        events.add(of(Fact.REGISTERED, state, 1, circumstances));
        if (state.risk().atRisk()) {
            events.add(of(Fact.FLAGGED_AT_RISK, state, 2));
        }
        return events;
    }

    /** The version a family has after the events of its registration. */
    static long versionWhenRegistered(Risk risk) {
        return risk.atRisk() ? 2 : 1;
    }

    /** A family of which other things are known than before. */
    static FamilyEvent ofChange(Risk before, FamilyState after) {
        return of(factOf(before, after.risk()), after, after.version());
    }

    /** What happened is told first; a risk that changed by it is a fact of its own, with the next version. */
    static List<FamilyEvent> ofOccasion(FamilyState before, FamilyState after, Occasion occasion) {
        Fact fact = switch (occasion) {
            case Occasion.Moved _ -> Fact.MOVED;
            case Occasion.Split _ -> Fact.SPLIT;
            case Occasion.Merged _ -> Fact.MERGED;
            case Occasion.Separated _ -> Fact.SEPARATED;
        };
        boolean tellsTheRisk = isARiskOfItsOwn(before, after, occasion);
        FamilyState first = tellsTheRisk ? after.with(before.version() + 1, before.risk()) : after;
        List<FamilyEvent> events = new ArrayList<>(2);
        events.add(of(fact, first, before.version() + 1, Circumstances.of(occasion)));
        if (tellsTheRisk) {
            events.add(of(factOf(before.risk(), after.risk()), after, before.version() + 2));
        }
        return events;
    }

    /** The version a family has after the events of an occasion. */
    static long versionAfter(FamilyState before, FamilyState after, Occasion occasion) {
        return before.version() + (isARiskOfItsOwn(before, after, occasion) ? 2 : 1);
    }

    /** A merged family is no longer looked at: that is part of being merged. */
    private static boolean isARiskOfItsOwn(FamilyState before, FamilyState after, Occasion occasion) {
        return !(occasion instanceof Occasion.Merged) && !before.risk().decidesLike(after.risk());
    }

    private static Fact factOf(Risk before, Risk after) {
        if (before.atRisk() != after.atRisk()) {
            return after.atRisk() ? Fact.FLAGGED_AT_RISK : Fact.RISK_CLEARED;
        }
        return after.atRisk() && !before.factors().equals(after.factors()) ? Fact.RISK_CHANGED : Fact.CHANGED;
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "registry.families";
    }

    @Override
    @JsonIgnore
    public String type() {
        return fact.type;
    }

    @Override
    @JsonIgnore
    public String key() {
        return familyId.toString();
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return key();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
