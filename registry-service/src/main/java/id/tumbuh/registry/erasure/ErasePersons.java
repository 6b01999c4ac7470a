package id.tumbuh.registry.erasure;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.screening.Screener;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Lets every feature erase its rows of some persons, in one transaction, in the order their rows refer to each other. */
@ApplicationScoped
class ErasePersons {
    private final List<ErasesPersons> features;

    ErasePersons(@All List<ErasesPersons> features) {
        List<ErasesPersons> inOrder = new ArrayList<>(features);
        inOrder.sort(Comparator.comparing(ErasesPersons::step));
        this.features = List.copyOf(inOrder);
    }

    /** Who is erased with a family or a child: everybody in it, and every other record of the same persons. */
    record Concerned(Set<UUID> children, Set<UUID> others) {
        Concerned {
            children = Set.copyOf(children);
            others = Set.copyOf(others);
        }
    }

    /** Locks the family and its children before looking who they are: nobody joins them meanwhile. */
    Concerned concerned(Handle sql, Erasure.Subject subject, UUID family) {
        ErasedPersons.keepOthersOut(sql);
        if (subject.kind() == Erasure.Kind.CHILD) {
            return new Concerned(locked(sql, samePersons(sql, Set.of(subject.id()))), Set.of());
        }
        sql.createQuery("select id from family where id = :id for update")
                .bind("id", family)
                .mapTo(UUID.class)
                .findOne();
        Set<UUID> children = Set.copyOf(sql.createQuery("select id from child where family_id = :family")
                .bind("family", family)
                .mapTo(UUID.class)
                .list());
        Set<UUID> others = new TreeSet<>();
        features.forEach(feature -> others.addAll(feature.othersOf(sql, family)));
        return new Concerned(locked(sql, samePersons(sql, children)), others);
    }

    /** How many rows went, by table. */
    Map<String, Long> erase(Erasing erasing) {
        Map<String, Long> counts = new TreeMap<>();
        for (ErasesPersons feature : features) {
            feature.erase(erasing).forEach((table, rows) -> counts.merge(table, rows, Long::sum));
        }
        return counts;
    }

    private Set<UUID> samePersons(Handle sql, Set<UUID> children) {
        Set<UUID> all = new TreeSet<>(children);
        features.forEach(feature -> all.addAll(feature.samePersonsAs(sql, children)));
        return all;
    }

    private static Set<UUID> locked(Handle sql, Collection<UUID> children) {
        sql.createQuery("select id from child where id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, children.toArray())
                .mapTo(UUID.class)
                .list();
        return Set.copyOf(children);
    }

    /** The rows of persons erased before, as a restored backup brings them back. */
    Map<String, Long> again(Transaction tx, Actor actor, Screener screener, ErasureNotice notice) {
        ErasedPersons.keepOthersOut(tx.sql());
        ErasedPersons.remember(tx.sql(), notice.erasureId(), notice.erased());
        Set<UUID> children = locked(tx.sql(), notice.childIds());
        return erase(new Erasing(tx, actor, screener, notice.familyId(), notice.wholeFamily(), children));
    }
}
