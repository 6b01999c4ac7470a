package id.tumbuh.registry.child;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.family.Household;
import id.tumbuh.registry.identity.Sex;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Children as members of a family. */
@ApplicationScoped
class ChildrenOfTheFamily implements Household {
    private final ObjectMapper json;

    ChildrenOfTheFamily(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Map<UUID, LocalDate> youngest(Handle sql, Collection<UUID> families) {
        Map<UUID, LocalDate> youngest = new HashMap<>();
        sql.createQuery("""
                        select family_id, max(birth_date) as youngest from child
                        where family_id = any(:families) and active group by family_id""")
                .bindArray("families", UUID.class, families.toArray())
                .map((row, _) ->
                        Map.entry(row.getObject("family_id", UUID.class), row.getObject("youngest", LocalDate.class)))
                .forEach(entry -> youngest.put(entry.getKey(), entry.getValue()));
        return youngest;
    }

    /** The foreign key has moved their rows already; here they get their next version and tell it. */
    @Override
    public void moved(Transaction tx, Actor actor, UUID family, AreaCode to) {
        List<ChildEvent> events = tx.sql()
                .createQuery("""
                        update child set version = version + 1, changed_at = clock_timestamp()
                        where family_id = :family
                        returning id, family_id, area_code, posyandu_id, sex, birth_date, active, version,
                            merged_into""")
                .bind("family", family)
                .map((row, _) -> changed(row))
                .list();
        for (ChildEvent event : events) {
            tx.announce(Announcement.of(event, json));
            tx.audit(actor.did("MOVE", "child", event.childId(), to.value()));
        }
    }

    static ChildEvent changed(ResultSet row) throws SQLException {
        return new ChildEvent(
                ChildEvent.Fact.CHANGED,
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("family_id", UUID.class),
                row.getString("area_code"),
                row.getObject("posyandu_id", UUID.class),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getBoolean("active"),
                row.getObject("merged_into", UUID.class));
    }
}
