package id.tumbuh.registry.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.screening.RiskFactor;
import java.util.List;
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
        boolean targeted,
        boolean atRisk,
        List<RiskFactor> riskFactors,
        String ruleVersion,
        Priority.@Nullable Level priority,
        @Nullable String priorityReason) {

    static FamilyView of(KnownFamily family) {
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
                risk.targeted(),
                risk.atRisk(),
                risk.factors(),
                risk.ruleVersion(),
                priority == null ? null : priority.level(),
                priority == null ? null : priority.reason());
    }

    @Override
    public String toString() {
        return "FamilyView[" + id + "]";
    }
}
