package id.tumbuh.registry.family;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Erases the family's row: its name, the indexes that find it, and the key of everything that was sealed for it; with it the
 * families that were found to be the same one, and its past. Of children alone only where they belonged before.
 */
@ApplicationScoped
class ErasedFamily implements ErasesPersons {
    private static final String SAME_FAMILY = """
            with recursive one (id) as (
                select cast(:family as uuid)
                union all
                select f.id from one join family f on f.merged_into = one.id
            )
            select id from one""";

    private record Gone(UUID id, long version) {}

    @Override
    public Step step() {
        return Step.FAMILY;
    }

    @Override
    public Set<UUID> othersOf(Handle sql, UUID family) {
        return sameFamilies(sql, family).stream()
                .filter(id -> !id.equals(family))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        Handle sql = erasing.tx().sql();
        Map<String, Long> counts = new HashMap<>();
        counts.put("former_membership", (long)
                sql.createUpdate("delete from former_membership where person_id = any(:children)")
                        .bindArray("children", UUID.class, erasing.childIds())
                        .execute());
        if (erasing.wholeFamily()) {
            erase(erasing, sameFamilies(sql, erasing.family()), counts);
        }
        return counts;
    }

    private static void erase(Erasing erasing, List<UUID> families, Map<String, Long> counts) {
        Handle sql = erasing.tx().sql();
        for (String table : List.of("former_membership", "former_residence", "family_observation")) {
            counts.merge(
                    table,
                    (long) sql.createUpdate("delete from " + table + " where family_id = any(:families)")
                            .bindArray("families", UUID.class, families.toArray())
                            .execute(),
                    Long::sum);
        }
        counts.put("family_merge", (long) sql.createUpdate(
                        "delete from family_merge where duplicate = any(:families) or survivor = any(:families)")
                .bindArray("families", UUID.class, families.toArray())
                .execute());
        List<Gone> gone = sql.createQuery("delete from family where id = any(:families) returning id, version")
                .bindArray("families", UUID.class, families.toArray())
                .map((row, _) -> new Gone(row.getObject("id", UUID.class), row.getLong("version")))
                .list();
        gone.forEach(family -> erasing.tx()
                .announce(Announcement.erasing(
                        "registry.families",
                        "id.tumbuh.registry.family-changed.v1",
                        family.id(),
                        family.version() + 1)));
        counts.put("family", (long) gone.size());
    }

    private static List<UUID> sameFamilies(Handle sql, UUID family) {
        return sql.createQuery(SAME_FAMILY)
                .bind("family", family)
                .mapTo(UUID.class)
                .list();
    }
}
