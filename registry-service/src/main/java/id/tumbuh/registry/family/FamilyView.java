package id.tumbuh.registry.family;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.screening.RiskFactor;
import id.tumbuh.registry.screening.TargetCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A family as those who visit it see it. The family card number is never answered, only whether it is known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FamilyView")
record FamilyView(
        UUID id,
        long version,
        AreaCode area,
        @Nullable String rw,
        @Nullable String rt,
        @Nullable String headName,
        @Nullable String phone,
        @Nullable String address,
        boolean cardNumberKnown,
        @Nullable Integer welfareRank,
        FamilyConditions conditions,
        Map<String, Seen> observed,
        boolean targeted,
        List<TargetCategory> targetCategories,
        boolean atRisk,
        List<RiskFactor> riskFactors,
        List<Reason> reasons,
        String ruleVersion,
        Priority.@Nullable Level priority,
        @Nullable String priorityReason,
        @Nullable UUID mergedInto) {

    /** When a fact was found out, and by whom if not by whoever reported it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FactSeen")
    record Seen(LocalDate on, @Nullable String source) {}

    /** A factor in words. */
    @Schema(name = "RiskReason")
    record Reason(RiskFactor factor, String code, String text) {
        static Reason of(RiskFactor factor, Locale locale) {
            return new Reason(factor, factor.officialCode(), factor.text(locale));
        }
    }

    static FamilyView of(KnownFamily family, KnownFacts facts, Locale locale) {
        NewFamily content = family.content();
        Risk risk = family.facts().state().risk();
        Priority priority = family.priority();
        return new FamilyView(
                content.id(),
                family.version(),
                content.area(),
                content.rw(),
                content.rt(),
                content.headName(),
                content.phone(),
                content.address(),
                content.card() != null,
                content.welfareRank(),
                content.conditions(),
                facts.newest().entrySet().stream()
                        .filter(fact ->
                                !fact.getValue().facts().get(fact.getKey()).isNull())
                        .collect(toMap(Map.Entry::getKey, fact -> seen(fact.getValue()))),
                risk.targeted(),
                risk.targets(),
                risk.atRisk(),
                risk.factors(),
                risk.factors().stream().map(factor -> Reason.of(factor, locale)).toList(),
                risk.ruleVersion(),
                priority == null ? null : priority.level(),
                priority == null ? null : priority.reason(),
                family.facts().state().mergedInto());
    }

    private static Seen seen(FamilyObservation observation) {
        return new Seen(observation.observedOn(), observation.source());
    }

    @Override
    public String toString() {
        return "FamilyView[" + id + "]";
    }
}
