package id.tumbuh.intervention.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of requests about OPD and their programmes. */
final class ProgrammeForms {
    private static final String CODE = "[A-Z][A-Z0-9_]{0,30}";
    /** A thousand trillion rupiah is more than any budget. */
    private static final long MOST_RUPIAH = 1_000_000_000_000_000L;

    private static final String MOST_OUTPUT = "1000000000";

    private ProgrammeForms() {}

    @Schema(name = "NewOpd", examples = """
            {"id": "0198c1a0-0000-7000-8000-0000000000b1", "area": "36.04", "name": "Dinas PUPR Kabupaten Serang", "field": "PUPR"}""")
    record NewOpd(
            @NotNull UUID id,
            @NotNull AreaCode area,
            @NotBlank @Size(max = 120) String name,
            @NotNull @Pattern(regexp = CODE) String field) {}

    @Schema(name = "ChangedOpd", examples = "{\"name\": \"Dinas Perkim Kabupaten Serang\", \"field\": \"PERKIM\"}")
    record ChangedOpd(
            @NotBlank @Size(max = 120) String name,
            @NotNull @Pattern(regexp = CODE) String field) {}

    @Schema(name = "ProgrammePlan", examples = """
            {"title": "Jamban sehat keluarga berisiko stunting", "kind": "SENSITIVE", "indicator": "T5", "unit": "jamban",
             "target": 240, "budget": {"APBD": 960000000, "DD": 240000000}, "servesField": "PUPR"}""")
    record Plan(
            @NotBlank @Size(max = 200) String title,
            Programme.@NotNull Kind kind,
            @Nullable @Pattern(regexp = CODE) String indicator,
            @NotBlank @Size(max = 30) String unit,

            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax(MOST_OUTPUT)
            BigDecimal target,

            @NotNull @Size(min = 1, max = 20) Map<String, @NotNull @Min(0) @Max(MOST_RUPIAH) Long> budget,

            @Schema(description = "The field of the referrals it serves") @Nullable @Pattern(regexp = CODE)
            String servesField,

            @Schema(description = "What of a need it gives, as `PMT`") @Nullable @Pattern(regexp = CODE)
            String servesNeedItem,

            @Schema(description = "The programme of a wider area that its money is part of") @Nullable
            UUID partOf) {
        Programme.Plan value() {
            return new Programme.Plan(
                    title, kind, indicator, unit, target, new TreeMap<>(budget), servesField, servesNeedItem, partOf);
        }
    }

    @Schema(name = "NewProgramme")
    record NewProgramme(
            @NotNull UUID id,
            @NotNull UUID opdId,
            @NotNull AreaCode area,
            @NotNull @Min(2000) @Max(2100) Integer year,
            @Valid @NotNull Plan plan) {
        ChangeProgramme.New value() {
            return new ChangeProgramme.New(id, opdId, area, year, plan.value());
        }
    }

    @Schema(name = "ProgrammeQuarter", examples = "{\"output\": 60, \"spending\": {\"APBD\": 250000000}}")
    record Quarter(
            @NotNull @DecimalMin("0") @DecimalMax(MOST_OUTPUT)
            BigDecimal output,

            @NotNull @Size(max = 20) Map<String, @NotNull @Min(0) @Max(MOST_RUPIAH) Long> spending) {
        Programme.Quarter value(int number) {
            return new Programme.Quarter(number, output, new TreeMap<>(spending));
        }
    }

    @Schema(
            name = "ProgrammeEvaluation",
            examples = "{\"evaluation\": \"Lahan belum siap di tiga desa; lelang ulang di triwulan III.\"}")
    record Evaluation(@NotBlank @Size(max = 4000) String evaluation) {}

    /** A need that the programme is to pay for. */
    @Schema(name = "Beneficiary", examples = """
            {"id": "25b7dffe-e49c-3a3f-bc4d-5d1a4b6c0001", "from": "2026-07-01", "to": "2026-09-28"}""")
    record Enrolled(
            @Schema(description = "Of the need") @NotNull UUID id,
            @NotNull LocalDate from,

            @Schema(
                    description =
                            "Without it as long as the rule `programme.gives` says, as 56 days of PMT for a wasted child, within the year")
            @Nullable
            LocalDate to) {
        EnrolNeeds.Wanted wanted() {
            return new EnrolNeeds.Wanted(id, from, to);
        }
    }

    /**
     * A need on the list of a programme as it is answered.
     *
     * @param plannedFrom and {@code plannedTo}: when it is brought; null where nothing is
     */
    @Schema(name = "EnrolledNeed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EnrolledView(
            @Schema(description = "Of the need") UUID id,

            @Schema(description = "What deliveries of it name")
            UUID enrolmentId,

            LocalDate from,
            LocalDate to,
            Item.@Nullable Kind item,
            @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedTo) {
        static final String EXAMPLE = """
                [{"id": "25b7dffe-e49c-3a3f-bc4d-5d1a4b6c0001", "enrolmentId": "0198c1a0-0000-7000-8000-0000000000f1",
                  "from": "2026-07-01", "to": "2026-09-28", "item": "FOOD", "plannedFrom": "2026-07-01",
                  "plannedTo": "2026-08-25"}]""";

        static EnrolledView of(Enrolment one) {
            ProgrammeFunding.Time plan = one.plan();
            return new EnrolledView(
                    one.needId(),
                    one.id(),
                    one.time().from(),
                    one.time().to(),
                    one.item(),
                    plan == null ? null : plan.from(),
                    plan == null ? null : plan.to());
        }
    }
}
