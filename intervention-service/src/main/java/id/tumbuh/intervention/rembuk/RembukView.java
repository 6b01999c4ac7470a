package id.tumbuh.intervention.rembuk;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaLevel;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rembuk as it is answered. */
@Schema(name = "Rembuk")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RembukView(
        UUID id,
        @Schema(description = "Of its area") AreaLevel level,
        Minutes minutes,
        int revision,
        @Nullable String reason,
        Rembuk.State state,

        @Schema(description = "Of the minutes of this revision; who signs says it again")
        String sha256,

        List<Rembuk.Signature> signatures,
        long version) {
    static final String EXAMPLE = """
            {
              "id": "0198c1a0-0000-7000-8000-0000000000d1",
              "level": "KABUPATEN_KOTA",
              "minutes": {
                "area": "36.04", "areaName": "Kabupaten Serang", "heldOn": "2026-06-15", "place": "Pendopo Kabupaten",
                "participants": [{"institution": "Bappeda", "position": "Kepala Bappeda", "present": 3}],
                "commitments": [{"id": "0198c1a0-0000-7000-8000-0000000000d2", "partyKind": "COMPANY",
                                 "party": "PT Contoh Sejahtera", "what": "Paket gizi untuk anak 2T", "quantity": 120,
                                 "unit": "paket", "dueOn": "2026-09-30"}]
              },
              "revision": 1,
              "state": "SIGNED",
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "signatures": [{"subject": "tpps-36.04-ketua", "onBehalfOf": "TPPS Kabupaten Serang",
                              "signedAt": "2026-06-15T05:12:00Z"}],
              "version": 2
            }""";

    static RembukView of(Rembuk rembuk) {
        return new RembukView(
                rembuk.id(),
                rembuk.minutes().area().level(),
                rembuk.minutes(),
                rembuk.revision(),
                rembuk.reason(),
                rembuk.state(),
                rembuk.sha256(),
                rembuk.signatures(),
                rembuk.version());
    }
}
