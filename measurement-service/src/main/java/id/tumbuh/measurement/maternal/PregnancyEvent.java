package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.measurement.maternal.CheckKind.Change;
import id.tumbuh.measurement.maternal.Pregnancy.Anaemia;
import id.tumbuh.measurement.maternal.Pregnancy.Trimester;
import id.tumbuh.measurement.maternal.PregnancyFinding.Flag;
import id.tumbuh.measurement.maternal.PregnancyFinding.FlagCode;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check of a pregnant woman, its whole state. Weeks, and never the day of the last period. Contracts: {@code
 * contracts/measurement/pregnancy-…}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PregnancyEvent(
        UUID checkId,
        long version,
        UUID pregnancyId,
        UUID familyId,
        String areaCode,
        LocalDate checkedOn,
        boolean voided,
        String source,
        @Nullable Integer gestationalWeeks,
        @Nullable Trimester trimester,
        @Nullable Double armCircumferenceCm,
        @Nullable Double haemoglobinGramsPerDl,
        @Nullable Double weightKg,
        @Nullable Double heightCm,
        @Nullable Integer ironTabletsTotal,
        @Nullable Integer ironTabletsTarget,
        @Nullable Boolean chronicEnergyDeficiencyRisk,
        @Nullable Anaemia anaemia,
        List<FlagCode> flags,
        List<String> ruleVersions,
        @JsonIgnore Change change)
        implements IntegrationEvent {

    static PregnancyEvent of(Check<PregnancyContent, PregnancyFinding> check, Change change) {
        PregnancyContent content = check.content();
        PregnancyFinding finding = check.finding();
        return new PregnancyEvent(
                check.id(),
                check.version(),
                content.pregnancyId(),
                content.familyId(),
                content.areaCode(),
                content.checkedOn(),
                check.voided(),
                content.source(),
                content.gestationalWeeks(),
                finding.trimester(),
                content.armCircumferenceCm(),
                content.haemoglobinGramsPerDl(),
                content.weightKg(),
                content.heightCm(),
                content.ironTabletsTotal(),
                finding.ironTablets() == null ? null : finding.ironTablets().target(),
                finding.chronicEnergyDeficiencyRisk(),
                finding.anaemia(),
                finding.flags().stream().map(Flag::code).toList(),
                finding.ruleVersions(),
                change);
    }

    @JsonIgnore
    @Override
    public String topic() {
        return "measurement.pregnancy-checks";
    }

    @JsonIgnore
    @Override
    public String type() {
        return switch (change) {
            case CHECKED -> "id.tumbuh.measurement.pregnancy-checked.v1";
            case CORRECTED -> "id.tumbuh.measurement.pregnancy-check-corrected.v1";
            case VOIDED -> "id.tumbuh.measurement.pregnancy-check-voided.v1";
        };
    }

    @JsonIgnore
    @Override
    public String key() {
        return checkId.toString();
    }

    @JsonIgnore
    @Override
    public String partitionKey() {
        return familyId.toString();
    }

    @JsonIgnore
    @Override
    public long sequence() {
        return version;
    }
}
