package id.tumbuh.intervention.provider;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider as it is answered. */
@Schema(name = "Provider")
record ProviderView(
        UUID id, Provider.Kind kind, String name, String area, int mealsPerDay, boolean active, long version) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000a1", "kind": "DASHAT", "name": "Dapur Sehat Melati", "area": "36.04.20.2006",
             "mealsPerDay": 60, "active": true, "version": 1}""";

    static ProviderView of(Provider provider) {
        Provider.Facts facts = provider.facts();
        return new ProviderView(
                provider.id(),
                facts.kind(),
                facts.name(),
                facts.area().value(),
                facts.mealsPerDay(),
                facts.active(),
                provider.version());
    }
}
