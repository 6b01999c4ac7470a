package id.tumbuh.registry.member;

import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Erases the adults of a family: names, sealed NIK and its index, and where they belonged before. Nothing of them was told. */
@ApplicationScoped
class ErasedMembers implements ErasesPersons {
    @Override
    public Step step() {
        return Step.PERSONS;
    }

    @Override
    public Set<UUID> othersOf(Handle sql, UUID family) {
        return Set.copyOf(sql.createQuery("select id from member where family_id = :family")
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
        List<UUID> gone = sql.createQuery("delete from member where family_id = :family returning id")
                .bind("family", erasing.family())
                .mapTo(UUID.class)
                .list();
        int left = sql.createUpdate("delete from former_membership where person_id = any(:members)")
                .bindArray("members", UUID.class, gone.toArray())
                .execute();
        return Map.of("member", (long) gone.size(), "former_membership", (long) left);
    }
}
