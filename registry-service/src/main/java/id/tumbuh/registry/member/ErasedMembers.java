package id.tumbuh.registry.member;

import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Erases the adults of a family: names, sealed NIK and its index, and where they belonged before. Nothing of them was told. Records
 * elsewhere that were found to be one of them go, too; whom one of them was found to be stays, and is no longer known by its name.
 */
@ApplicationScoped
class ErasedMembers implements ErasesPersons {
    private static final String EVERYBODY = """
            with recursive same (id) as (
                select id from member where family_id = :family
                union
                select m.id from same join member m on m.merged_into = same.id)
            select id from same""";

    @Override
    public Step step() {
        return Step.PERSONS;
    }

    @Override
    public Set<UUID> othersOf(Handle sql, UUID family) {
        return Set.copyOf(sql.createQuery(EVERYBODY)
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
        Set<UUID> gone = othersOf(sql, erasing.family());
        Set<UUID> survivors = new TreeSet<>(
                sql.createQuery("select merged_into from member where id = any(:ids) and merged_into is not null")
                        .bindArray("ids", UUID.class, gone.toArray())
                        .mapTo(UUID.class)
                        .list());
        sql.createUpdate("delete from member where id = any(:ids)")
                .bindArray("ids", UUID.class, gone.toArray())
                .execute();
        survivors.removeAll(gone);
        Set<UUID> present = new TreeSet<>(survivors);
        survivors.forEach(survivor -> present.add(PresentMember.of(sql, survivor)));
        Members.nameAsAllOf(sql, present);
        int left = sql.createUpdate("delete from former_membership where person_id = any(:members)")
                .bindArray("members", UUID.class, gone.toArray())
                .execute();
        return Map.of("member", (long) gone.size(), "former_membership", (long) left);
    }
}
