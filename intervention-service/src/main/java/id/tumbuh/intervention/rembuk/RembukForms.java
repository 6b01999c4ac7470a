package id.tumbuh.intervention.rembuk;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of requests about rembuk and commitments. */
final class RembukForms {
    private static final String SHA256 = "[0-9a-f]{64}";

    private RembukForms() {}

    @Schema(name = "Minutes", examples = """
            {"area": "36.04", "areaName": "Kabupaten Serang", "heldOn": "2026-06-15", "place": "Pendopo Kabupaten",
             "participants": [{"institution": "Bappeda", "position": "Kepala Bappeda", "present": 3}],
             "commitments": [{"id": "0198c1a0-0000-7000-8000-0000000000d2", "partyKind": "COMPANY",
                              "party": "PT Contoh Sejahtera", "what": "Paket gizi untuk anak 2T", "quantity": 120,
                              "unit": "paket", "dueOn": "2026-09-30"}]}""")
    record MinutesForm(
            @NotNull AreaCode area,

            @Schema(description = "As the paper calls it") @NotBlank @Size(max = 80)
            String areaName,

            @NotNull LocalDate heldOn,
            @NotBlank @Size(max = 120) String place,
            @NotNull @Size(min = 1, max = 500) List<@Valid @NotNull ParticipantForm> participants,
            @NotNull @Size(max = 500) List<@Valid @NotNull PromiseForm> commitments) {
        Minutes value() {
            return new Minutes(
                    area,
                    areaName,
                    heldOn,
                    place,
                    participants.stream().map(ParticipantForm::value).toList(),
                    commitments.stream().map(PromiseForm::value).toList());
        }
    }

    /** An institution and the office that spoke for it; no name of a person. */
    @Schema(name = "Participant")
    record ParticipantForm(
            @NotBlank @Size(max = 120) String institution,
            @NotBlank @Size(max = 120) String position,
            @NotNull @Min(1) @Max(10_000) Integer present) {
        Minutes.Participant value() {
            return new Minutes.Participant(institution, position, present);
        }
    }

    /** What a party promises. */
    @Schema(name = "Promise")
    record PromiseForm(
            @NotNull UUID id,
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,30}") String partyKind,
            @NotBlank @Size(max = 120) String party,
            @NotBlank @Size(max = 300) String what,

            @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000000000")
            BigDecimal quantity,

            @NotBlank @Size(max = 30) String unit,
            @NotNull LocalDate dueOn) {
        Minutes.Promise value() {
            return new Minutes.Promise(id, partyKind, party, what, quantity, unit, dueOn);
        }
    }

    @Schema(name = "NewRembuk")
    record New(@NotNull UUID id, @Valid @NotNull MinutesForm minutes) {}

    @Schema(name = "Signature", examples = """
            {"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "onBehalfOf": "PT Contoh Sejahtera"}""")
    record Signed(
            @Schema(description = "Of the minutes as they were read") @NotNull @Pattern(regexp = SHA256)
            String sha256,

            @NotBlank @Size(max = 120) String onBehalfOf) {}

    @Schema(name = "Revision", examples = "{\"reason\": \"Jumlah paket diubah atas kesepakatan.\"}")
    record Revised(@NotBlank @Size(max = 300) String reason) {}

    @Schema(name = "KeptCommitment", examples = """
            {"keptOn": "2026-09-12", "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "note": "Tanda terima 120 paket"}""")
    record Kept(
            @NotNull LocalDate keptOn,

            @Schema(description = "Of a paper or photograph that stays with the party")
            @NotNull
            @Pattern(regexp = SHA256)
            String sha256,

            @Nullable @Size(max = 300) String note) {
        Commitment.Kept value() {
            return new Commitment.Kept(keptOn, new Commitment.Evidence(sha256, note));
        }
    }

    @Schema(name = "WithdrawnCommitment", examples = "{\"reason\": \"Perusahaan pindah ke luar kabupaten.\"}")
    record Withdrawn(@NotBlank @Size(max = 300) String reason) {}
}
