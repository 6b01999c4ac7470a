package id.tumbuh.registry.child;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Nik;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds children by name. No name is answered whose reading isn't committed to the audit before. */
@ApplicationScoped
class NameChildren {
    private static final int MOST_FOUND = 50;

    private final Database database;
    private final IdentityKeys identities;

    NameChildren(Database database, IdentityKeys identities) {
        this.database = database;
        this.identities = identities;
    }

    /** Of these ids the children that are the actor's business. */
    List<NamedChild> lookUp(Actor actor, Collection<UUID> ids) {
        return audited(
                actor,
                "READ",
                tx -> tx.sql()
                        .createQuery(NamedChild.SELECT + " where c.id = any(:ids)")
                        .bindArray("ids", UUID.class, ids.toArray())
                        .map((row, _) -> NamedChild.read(row))
                        .list());
    }

    List<NamedChild> searchByNik(Actor actor, Nik nik) {
        return audited(
                actor,
                "SEARCH",
                tx -> Columns.of(identities.indexes(nik))
                        .bytes(index -> index)
                        .query(
                                tx.sql(),
                                NamedChild.SELECT
                                        + " where c.id in (select present_child(id) from child where nik_index = any(?))"
                                        + " order by c.id limit " + MOST_FOUND,
                                NamedChild::read));
    }

    /** Names are compared without case; what is typed may stand anywhere in them. */
    List<NamedChild> searchByName(Actor actor, String name, AreaCode area) {
        return audited(
                actor,
                "SEARCH",
                tx -> tx.sql()
                        .createQuery(NamedChild.SELECT + """
                        where c.area_code >= :from and c.area_code < :to and position(:name in lower(c.name)) > 0
                            and c.merged_into is null
                        order by c.name, c.id limit :most""")
                        .bind("from", area.value())
                        .bind("to", area.value() + "/")
                        .bind("name", name.strip().toLowerCase(Locale.ROOT))
                        .bind("most", MOST_FOUND)
                        .map((row, _) -> NamedChild.read(row))
                        .list());
    }

    Optional<KnownChild> read(Actor actor, UUID id) {
        return database.write(actor.scope(), tx -> {
            Optional<KnownChild> found = KnownChild.find(tx.sql(), id, identities);
            found.ifPresent(child ->
                    tx.audit(actor.did("READ", "child", id, child.area().value())));
            return found;
        });
    }

    private List<NamedChild> audited(Actor actor, String action, Function<Transaction, List<NamedChild>> question) {
        return database.write(actor.scope(), tx -> {
            List<NamedChild> found = question.apply(tx);
            found.forEach(child -> tx.audit(actor.did(action, "child", child.id(), child.area())));
            return found;
        });
    }
}
