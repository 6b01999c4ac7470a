package id.tumbuh.intervention.sponsor;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sponsor as it is answered. */
@Schema(name = "Sponsor")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SponsorView(
        UUID id,
        SponsorKind kind,
        String institution,
        @Nullable String name,
        @Nullable String reference,
        String area,
        int capacity,

        @Schema(description = "Children and mothers that it helps or has reserved now")
        int placed,

        List<String> preferredAreas,
        List<Item.Kind> items,
        LocalDate from,
        LocalDate until,
        @Nullable String client,
        boolean active,
        long version) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000d1", "kind": "ASN", "institution": "Dinas Kesehatan", "name": "Contoh Pegawai",
             "reference": "ASN-0042", "area": "36.04", "capacity": 2, "placed": 1, "preferredAreas": ["36.04.20"], "items": ["FOOD"],
             "from": "2026-08-01", "until": "2026-12-31", "active": true, "version": 1}""";

    SponsorView {
        preferredAreas = List.copyOf(preferredAreas);
        items = List.copyOf(items);
    }

    static SponsorView of(Sponsor sponsor) {
        Sponsor.Promise promise = sponsor.promise();
        return new SponsorView(
                sponsor.id(),
                promise.kind(),
                promise.institution(),
                promise.name(),
                promise.reference(),
                promise.area().value(),
                promise.capacity(),
                sponsor.placed(),
                promise.preferredAreas().stream().map(AreaCode::value).toList(),
                promise.items(),
                promise.validFrom(),
                promise.validUntil(),
                promise.client(),
                sponsor.active(),
                sponsor.version());
    }
}
