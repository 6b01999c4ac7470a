package id.tumbuh.registry.consent;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Consents go with whom they are about. */
@ApplicationScoped
class ErasedConsents implements ErasesPersons {
    private record Gone(UUID id, long version) {}

    @Override
    public Step step() {
        return Step.WHAT_IS_ABOUT_THEM;
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        List<Gone> gone = erasing.tx()
                .sql()
                .createQuery("""
                        delete from consent where child_id = any(:children) or (:whole and family_id = :family)
                        returning id, version""")
                .bindArray("children", UUID.class, erasing.childIds())
                .bind("whole", erasing.wholeFamily())
                .bind("family", erasing.family())
                .map((row, _) -> new Gone(row.getObject("id", UUID.class), row.getLong("version")))
                .list();
        gone.forEach(consent -> erasing.tx()
                .announce(Announcement.erasing(
                        ConsentEvent.TOPIC, ConsentEvent.WITHDRAWN, consent.id(), consent.version() + 1)));
        return Map.of("consent", (long) gone.size());
    }
}
