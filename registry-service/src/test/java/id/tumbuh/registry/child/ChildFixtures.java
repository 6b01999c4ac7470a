package id.tumbuh.registry.child;

import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.Sex;
import java.time.LocalDate;
import java.util.UUID;

/** Valid and boring children. */
public final class ChildFixtures {
    private ChildFixtures() {}

    public static NewChild of(UUID family) {
        return new NewChild(
                UUID.randomUUID(),
                family,
                null,
                null,
                Sex.P,
                LocalDate.of(2024, 3, 17),
                "Melati Contoh",
                "Sari Contoh",
                null,
                new Nik("3604205703240001"),
                1,
                3100,
                null,
                true);
    }
}
