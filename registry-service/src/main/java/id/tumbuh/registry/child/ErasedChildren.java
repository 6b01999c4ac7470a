package id.tumbuh.registry.child;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import id.tumbuh.registry.family.ReassessFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Erases children: names, sealed NIK and its index. Their families stay, and are looked at again without them. */
@ApplicationScoped
class ErasedChildren implements ErasesPersons {
    private final ReassessFamilies families;

    ErasedChildren(ReassessFamilies families) {
        this.families = families;
    }

    private record Gone(UUID id, UUID family, long version) {}

    @Override
    public Step step() {
        return Step.PERSONS;
    }

    /** Whom one of them was merged into, and who was merged into one of them, through however many merges. */
    @Override
    public Set<UUID> samePersonsAs(Handle sql, Collection<UUID> children) {
        return Set.copyOf(sql.createQuery("""
                        with recursive same (id) as (
                            select unnest(cast(:children as uuid[]))
                            union
                            select case when c.id = same.id then c.merged_into else c.id end
                            from same join child c on (c.id = same.id and c.merged_into is not null) or c.merged_into = same.id
                        )
                        select id from same""")
                .bindArray("children", UUID.class, children.toArray())
                .mapTo(UUID.class)
                .list());
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        List<Gone> gone = erasing.tx()
                .sql()
                .createQuery("delete from child where id = any(:children) returning id, family_id, version")
                .bindArray("children", UUID.class, erasing.childIds())
                .map((row, _) -> new Gone(
                        row.getObject("id", UUID.class),
                        row.getObject("family_id", UUID.class),
                        row.getLong("version")))
                .list();
        gone.forEach(child -> erasing.tx()
                .announce(Announcement.erasing(
                        "registry.children", "id.tumbuh.registry.child-changed.v1", child.id(), child.version() + 1)));
        TreeSet<UUID> left = gone.stream().map(Gone::family).collect(Collectors.toCollection(TreeSet::new));
        if (erasing.wholeFamily()) {
            left.remove(erasing.family());
        }
        families.reassess(erasing.tx(), erasing.actor(), erasing.screener(), left);
        FamilyPriorities.refresh(erasing.tx().sql(), left);
        return Map.of("child", (long) gone.size());
    }
}
