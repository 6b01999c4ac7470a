package id.tumbuh.registry.pregnancy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Erases the pregnancies of a family. Of a child alone only that it was born of one: the pregnancy is its mother's. */
@ApplicationScoped
class ErasedPregnancies implements ErasesPersons {
    private final ObjectMapper json;

    ErasedPregnancies(ObjectMapper json) {
        this.json = json;
    }

    private record Gone(UUID id, long version) {}

    @Override
    public Step step() {
        return Step.WHAT_IS_ABOUT_THEM;
    }

    @Override
    public Set<UUID> othersOf(Handle sql, UUID family) {
        return Set.copyOf(sql.createQuery("select id from pregnancy where family_id = :family")
                .bind("family", family)
                .mapTo(UUID.class)
                .list());
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        return erasing.wholeFamily() ? erasePregnancies(erasing) : forgetBirths(erasing);
    }

    private static Map<String, Long> erasePregnancies(Erasing erasing) {
        Handle sql = erasing.tx().sql();
        sql.createUpdate("""
                        update child set pregnancy_id = null
                        where pregnancy_id in (select id from pregnancy where family_id = :family)""").bind("family", erasing.family()).execute();
        List<Gone> gone = sql.createQuery("delete from pregnancy where family_id = :family returning id, version")
                .bind("family", erasing.family())
                .map((row, _) -> new Gone(row.getObject("id", UUID.class), row.getLong("version")))
                .list();
        gone.forEach(pregnancy -> erasing.tx()
                .announce(Announcement.erasing(
                        "registry.pregnancies",
                        "id.tumbuh.registry.pregnancy-changed.v1",
                        pregnancy.id(),
                        pregnancy.version() + 1)));
        return Map.of("pregnancy", (long) gone.size());
    }

    private Map<String, Long> forgetBirths(Erasing erasing) {
        Handle sql = erasing.tx().sql();
        List<UUID> bornOf = sql.createQuery("""
                        with born as (
                            update child set pregnancy_id = null where id = any(:children) and pregnancy_id is not null
                            returning (select old.pregnancy_id from child old where old.id = child.id) as pregnancy_id)
                        select distinct pregnancy_id from born order by pregnancy_id""")
                .bindArray("children", UUID.class, erasing.childIds())
                .mapTo(UUID.class)
                .list();
        for (UUID pregnancy : bornOf) {
            KnownPregnancy.lock(sql, pregnancy).ifPresent(known -> {
                KnownPregnancy now = known.with(known.content());
                Pregnancies.update(sql, List.of(now));
                erasing.tx().announce(Announcement.of(PregnancyEvent.of(PregnancyEvent.Fact.CHANGED, now), json));
            });
        }
        return Map.of("child.pregnancy_id", (long) bornOf.size());
    }
}
