package id.tumbuh.registry.child;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import id.tumbuh.registry.family.ReassessFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

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
