package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.sameperson.ReadPerson;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The keys that records of one person are likely to share, and who shares them. */
final class PersonKeys {
    /** A key that too many share finds nobody; no more than that are even counted. */
    private static final String PAIRS = """
            select distinct mine.person_id as one, other.id as other
            from same_person_key mine
            cross join lateral (
                select array(select o.person_id from same_person_key o where o.key = mine.key limit :most) as ids) block
            cross join lateral unnest(block.ids) as other (id)
            where mine.kind = :kind and mine.person_id = any(:mine) and cardinality(block.ids) < :most
                and other.id <> mine.person_id""";

    private record Key(UUID person, long hash) {}

    private PersonKeys() {}

    /** Gives these people their keys as they are now; those that are compared no more lose theirs. */
    static void replace(
            Handle sql,
            PersonKind kind,
            Collection<UUID> all,
            Collection<ReadPerson> standing,
            IdentityKeys identities) {
        sql.createUpdate("delete from same_person_key where kind = :kind and person_id = any(:ids)")
                .bind("kind", kind.name())
                .bindArray("ids", UUID.class, all.toArray())
                .execute();
        List<Key> keys = new ArrayList<>();
        for (ReadPerson person : standing) {
            for (String key : person.keys()) {
                keys.add(new Key(person.person().id(), hash(identities, kind, key)));
            }
        }
        if (!keys.isEmpty()) {
            Columns.of(keys).int8(Key::hash).uuid(Key::person).text(_ -> kind).update(sql, """
                            insert into same_person_key (key, person_id, kind)
                            select distinct key, person_id, kind from unnest(?, ?, ?) as row (key, person_id, kind)
                            on conflict do nothing""");
        }
    }

    static Set<PairKey> pairs(Handle sql, PersonKind kind, Set<UUID> mine, int largestBlock) {
        Set<PairKey> pairs = new HashSet<>();
        if (!mine.isEmpty()) {
            sql.createQuery(PAIRS)
                    .bind("kind", kind.name())
                    .bindArray("mine", UUID.class, mine.toArray())
                    .bind("most", largestBlock + 1)
                    .map((row, _) -> PairKey.of(row.getObject("one", UUID.class), row.getObject("other", UUID.class)))
                    .forEach(pairs::add);
        }
        return pairs;
    }

    /** Names stand in a key: without the master key nobody can tell which. Children and members never share one. */
    private static long hash(IdentityKeys identities, PersonKind kind, String key) {
        String salt = switch (kind) {
            case CHILD -> "same person:";
            case MEMBER -> "same member:";
        };
        return ByteBuffer.wrap(identities.fingerprint(salt + key)).getLong();
    }
}
