package id.tumbuh.registry.family;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tumbuh.platform.messaging.IntegrationEvent;
import id.tumbuh.registry.screening.RiskFactor;
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
        boolean atRisk,
        List<RiskFactor> riskFactors,
        String ruleVersion,
        @Nullable Integer welfareRank)
        implements IntegrationEvent {

    /** What happened; the name on the wire is a contract. */
    enum Fact {
        REGISTERED("family-registered"),
        CHANGED("family-changed"),
        FLAGGED_AT_RISK("family-flagged-at-risk"),
        RISK_CLEARED("family-risk-cleared");

        private final String type;

        Fact(String name) {
            this.type = "id.tumbuh.registry." + name + ".v1";
        }
    }

    FamilyEvent {
        riskFactors = List.copyOf(riskFactors);
    }

    static FamilyEvent of(Fact fact, FamilyState state, long version) {
        Risk risk = state.risk();
        return new FamilyEvent(
                fact,
                state.id(),
                version,
                state.area(),
                risk.targeted(),
                risk.atRisk(),
                risk.factors(),
                risk.ruleVersion(),
                state.welfareRank());
    }

    /** A new family at risk is two facts, told in order: it is there, and it needs help. */
    static List<FamilyEvent> ofRegistration(FamilyState state) {
        List<FamilyEvent> events = new ArrayList<>(2);
        events.add(of(Fact.REGISTERED, state, 1));
        if (state.risk().atRisk()) {
            events.add(of(Fact.FLAGGED_AT_RISK, state, 2));
        }
        return events;
    }

    /** The version a family has after the events of its registration. */
    static long versionWhenRegistered(Risk risk) {
        return risk.atRisk() ? 2 : 1;
    }

    static FamilyEvent ofChange(Risk before, FamilyState after) {
        return of(factOf(before, after.risk()), after, after.version());
    }

    private static Fact factOf(Risk before, Risk after) {
        if (before.atRisk() == after.atRisk()) {
            return Fact.CHANGED;
        }
        return after.atRisk() ? Fact.FLAGGED_AT_RISK : Fact.RISK_CLEARED;
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
