package id.tumbuh.registry.couple;

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

/** Erases the couples whose bride is of the family, and who the groom was of others. */
@ApplicationScoped
class ErasedCouples implements ErasesPersons {
    private static final String BRIDES = "bride_id in (select id from member where family_id = :family)";

    private final ObjectMapper json;

    ErasedCouples(ObjectMapper json) {
        this.json = json;
    }

    private record Gone(UUID id, long version) {}

    @Override
    public Step step() {
        return Step.WHAT_IS_ABOUT_THEM;
    }

    @Override
    public Set<UUID> othersOf(Handle sql, UUID family) {
        return Set.copyOf(sql.createQuery("select id from couple where " + BRIDES)
                .bind("family", family)
                .mapTo(UUID.class)
                .list());
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        if (!erasing.wholeFamily()) {
            return Map.of();
        }
        Handle sql = erasing.tx().sql();
        List<Gone> gone = sql.createQuery("delete from couple where " + BRIDES + " returning id, version")
                .bind("family", erasing.family())
                .map((row, _) -> new Gone(row.getObject("id", UUID.class), row.getLong("version")))
                .list();
        gone.forEach(couple -> erasing.tx()
                .announce(Announcement.erasing(
                        "registry.couples",
                        "id.tumbuh.registry.couple-changed.v1",
                        couple.id(),
                        couple.version() + 1)));
        return Map.of("couple", (long) gone.size(), "couple.groom_id", (long) forgetGrooms(erasing));
    }

    private int forgetGrooms(Erasing erasing) {
        Handle sql = erasing.tx().sql();
        List<UUID> couples = sql.createQuery("""
                        select id from couple where groom_id in (select id from member where family_id = :family) order by id""")
                .bind("family", erasing.family())
                .mapTo(UUID.class)
                .list();
        for (UUID couple : couples) {
            KnownCouple known = KnownCouple.lock(sql, couple).orElseThrow();
            NewCouple content = known.content();
            KnownCouple now = known.with(content.of(content.brideId(), null));
            Couples.update(sql, List.of(now));
            erasing.tx().announce(Announcement.of(CoupleEvent.of(CoupleEvent.Fact.CHANGED, now), json));
        }
        return couples.size();
    }
}
