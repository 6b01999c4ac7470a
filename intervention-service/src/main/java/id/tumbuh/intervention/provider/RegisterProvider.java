package id.tumbuh.intervention.provider;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in who cooks and brings, and reads it. */
@ApplicationScoped
class RegisterProvider {
    private final Database database;

    RegisterProvider(Database database) {
        this.database = database;
    }

    /** @param expected the version it changes; null registers, and changes nothing that stands */
    Registering<Provider> register(Actor actor, UUID id, Provider.Facts facts, @Nullable Long expected) {
        if (!actor.scope().allows(facts.area())) {
            return new Registering.Foreign<>();
        }
        return database.write(actor.scope(), tx -> {
            Optional<Provider> stands = Providers.lock(tx.sql(), id);
            return stands.isPresent()
                    ? change(tx, actor, stands.get(), facts, expected)
                    : create(tx, actor, new Provider(id, facts, 1), expected);
        });
    }

    List<Provider> page(Scope scope, AreaRange areas, Provider.@Nullable Kind kind, Page page) {
        return database.read(
                scope,
                sql -> sql.createQuery("""
                        select * from provider where area_code >= :from and area_code < :to
                            and (area_code, id) > (greatest(:afterArea, :from), :afterId)
                            and (cast(:kind as text) is null or kind = cast(:kind as text))
                        order by area_code, id limit :rows""")
                        .bind("from", areas.from())
                        .bind("to", areas.to())
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind("kind", kind == null ? null : kind.name())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> Providers.provider(row))
                        .list());
    }

    Optional<Provider> byId(Scope scope, UUID id) {
        return database.read(scope, sql -> Providers.find(sql, id));
    }

    private static Registering<Provider> create(Transaction tx, Actor actor, Provider fresh, @Nullable Long expected) {
        if (expected != null) {
            return new Registering.Stale<>();
        }
        if (!Providers.insert(tx.sql(), fresh)) {
            return new Registering.Taken<>(); // somebody's that may not be seen
        }
        tx.audit(actor.did("REGISTER", "provider", fresh.id(), fresh.area().value()));
        return new Registering.Created<>(fresh);
    }

    private static Registering<Provider> change(
            Transaction tx, Actor actor, Provider stands, Provider.Facts facts, @Nullable Long expected) {
        if (stands.facts().equals(facts)) {
            return new Registering.Unchanged<>(stands);
        }
        if (expected == null) {
            return new Registering.Taken<>();
        }
        if (expected != stands.version()) {
            return new Registering.Stale<>();
        }
        Provider changed = new Provider(stands.id(), facts, stands.version() + 1);
        Providers.update(tx.sql(), changed);
        tx.audit(actor.did("CHANGE", "provider", changed.id(), changed.area().value()));
        return new Registering.Changed<>(changed);
    }
}
