package id.tumbuh.intervention.partner;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Hears from registry-service whether a child is a boy or a girl. Who it is that has to be helped is decided elsewhere, without it. */
@ApplicationScoped
class SexOfChildren implements EventConsumer {
    /** The part of {@code registry.children} that is told to whoever helps. */
    record ChildEntry(UUID childId, long version, AreaCode areaCode, Sex sex) {
        ChildEntry {
            requireNonNull(childId);
            requireNonNull(areaCode);
            requireNonNull(sex);
        }
    }

    /** Laki-laki, perempuan. */
    enum Sex {
        L,
        P
    }

    @Override
    public String group() {
        return "intervention.partner-children";
    }

    @Override
    public Set<String> topics() {
        return Set.of("registry.children");
    }

    /** Tombstones say nothing here: what is erased is told by {@code registry.erasures}. */
    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Map<UUID, ChildEntry> latest = new TreeMap<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                ChildEntry child = event.read(ChildEntry.class);
                latest.merge(child.childId(), child, (one, other) -> one.version() > other.version() ? one : other);
            }
        }
        latest.keySet().removeAll(ErasedPersons.among(tx.sql(), List.copyOf(latest.keySet())));
        if (!latest.isEmpty()) {
            store(tx, latest.values());
        }
    }

    private static void store(Transaction tx, Collection<ChildEntry> children) {
        tx.sql()
                .createUpdate("""
                        insert into child_sex as held (child_id, area_code, version, sex)
                        select * from unnest(:ids, :areas, :versions, :sexes) as told (id, area, version, sex) order by id
                        on conflict on constraint child_sex_pk do update
                            set area_code = excluded.area_code, version = excluded.version, sex = excluded.sex
                            where held.version < excluded.version""")
                .bindArray("ids", UUID.class, column(children, ChildEntry::childId))
                .bindArray(
                        "areas",
                        String.class,
                        column(children, child -> child.areaCode().value()))
                .bindArray("versions", Long.class, column(children, ChildEntry::version))
                .bindArray(
                        "sexes",
                        String.class,
                        column(children, child -> child.sex().name()))
                .execute();
    }

    private static Object[] column(Collection<ChildEntry> rows, Function<ChildEntry, Object> field) {
        return rows.stream().map(field).toArray();
    }
}
