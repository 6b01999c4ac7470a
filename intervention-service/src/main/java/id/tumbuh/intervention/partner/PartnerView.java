package id.tumbuh.intervention.partner;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner as it is answered to those who registered it. */
@Schema(name = "Partner")
record PartnerView(
        String client,
        String institution,
        String area,
        String contact,
        boolean suspended,

        @Schema(description = "Sponsors that name it as their application")
        List<UUID> sponsorIds,

        long version) {
    static final String EXAMPLE = """
            {"client": "csr-contoh", "institution": "PT Contoh Peduli", "area": "36.04", "contact": "Manajer CSR",
             "suspended": false, "sponsorIds": ["0198c1a0-0000-7000-8000-0000000000d1"], "version": 1}""";

    PartnerView {
        sponsorIds = List.copyOf(sponsorIds);
    }

    static PartnerView of(Partner partner, List<UUID> sponsors) {
        Partner.Terms terms = partner.terms();
        return new PartnerView(
                partner.client(),
                terms.institution(),
                terms.area().value(),
                terms.contact(),
                terms.suspended(),
                sponsors,
                partner.version());
    }
}
