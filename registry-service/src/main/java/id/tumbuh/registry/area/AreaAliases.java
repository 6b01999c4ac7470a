package id.tumbuh.registry.area;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import jakarta.enterprise.context.ApplicationScoped;

/** Names in use that no list has. Those that come with the service are its own and stay. */
@ApplicationScoped
class AreaAliases {

    /** Safe to repeat. The way it is written may be corrected by the same name. */
    void put(Transaction tx, Actor actor, AreaCode area, AreaName name) {
        int changed = tx.sql()
                .createUpdate("""
                        insert into area_alias as held (area_code, name, search, is_local)
                        values (:area, :name, :search, true)
                        on conflict (area_code, search) do update set name = excluded.name
                        where held.is_local and held.name <> excluded.name""")
                .bind("area", area.value())
                .bind("name", name.text().strip())
                .bind("search", name.normalised())
                .execute();
        if (changed == 1) {
            tx.audit(actor.did("NAME", "area", area, area.value()));
        }
    }

    /** Returns whether there was such a name of our own. */
    boolean remove(Transaction tx, Actor actor, AreaCode area, AreaName name) {
        int removed = tx.sql()
                .createUpdate("delete from area_alias where area_code = :area and search = :search and is_local")
                .bind("area", area.value())
                .bind("search", name.normalised())
                .execute();
        if (removed == 1) {
            tx.audit(actor.did("UNNAME", "area", area, area.value()));
        }
        return removed == 1;
    }
}
