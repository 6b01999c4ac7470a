package id.tumbuh.registry.family;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Erases the family's row: its name, the indexes that find it, and the key of everything that was sealed for it. */
@ApplicationScoped
class ErasedFamily implements ErasesPersons {
    @Override
    public Step step() {
        return Step.FAMILY;
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        if (!erasing.wholeFamily()) {
            return Map.of();
        }
        Optional<Long> version = erasing.tx()
                .sql()
                .createQuery("delete from family where id = :id returning version")
                .bind("id", erasing.family())
                .mapTo(Long.class)
                .findOne();
        version.ifPresent(last -> erasing.tx()
                .announce(Announcement.erasing(
                        "registry.families", "id.tumbuh.registry.family-changed.v1", erasing.family(), last + 1)));
        return Map.of("family", version.isPresent() ? 1L : 0L);
    }
}
