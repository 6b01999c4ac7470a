package id.tumbuh.registry.verification;

import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/**
 * A figure that was published stays; the family in it gets an id that is nobody's, the same in each year, so that new and
 * continuing still add up.
 */
@ApplicationScoped
class ErasedVerified implements ErasesPersons {
    @Override
    public Step step() {
        return Step.WHAT_IS_ABOUT_THEM;
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        if (!erasing.wholeFamily()) {
            return Map.of();
        }
        int nameless = erasing.tx()
                .sql()
                .createUpdate("update krs_verified_family set family_id = :nobody where family_id = :family")
                .bind("nobody", UUID.randomUUID())
                .bind("family", erasing.family())
                .execute();
        return Map.of("krs_verified_family", (long) nameless);
    }
}
