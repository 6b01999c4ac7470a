package id.tumbuh.registry.child;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.family.Household;
import id.tumbuh.registry.family.Residents;
import id.tumbuh.registry.family.Transfer;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Sex;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Children as members of a family. */
@ApplicationScoped
class ChildrenOfTheFamily implements Household {
    /** The fingerprint stays: who registered the child before may send it again as it was. */
    private static final String TRANSFER = """
            update child set family_id = row.family_id, area_code = row.area_code, nik_sealed = row.nik_sealed,
                version = row.version, changed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?) as row (id, family_id, area_code, nik_sealed, version)
            where child.id = row.id""";

    private final IdentityKeys identities;
    private final ObjectMapper json;

    ChildrenOfTheFamily(IdentityKeys identities, ObjectMapper json) {
        this.identities = identities;
        this.json = json;
    }

    @Override
    public Map<UUID, Residents> residents(Handle sql, Collection<UUID> families) {
        Map<UUID, Residents> residents = new HashMap<>();
        sql.createQuery("""
                        select family_id, array_agg(birth_date) as births from child
                        where family_id = any(:families) and active group by family_id""")
                .bindArray("families", UUID.class, families.toArray())
                .map((row, _) -> Map.entry(row.getObject("family_id", UUID.class), births(row)))
                .forEach(entry -> residents.put(entry.getKey(), Residents.children(entry.getValue())));
        return residents;
    }

    private static List<LocalDate> births(ResultSet row) throws SQLException {
        return Arrays.stream((Date[]) row.getArray("births").getArray())
                .map(Date::toLocalDate)
                .toList();
    }

    /** The foreign key has moved their rows already; here they get their next version and tell it. */
    @Override
    public void moved(Transaction tx, Actor actor, Collection<UUID> families, AreaCode to) {
        List<ChildEvent> events = tx.sql()
                .createQuery("""
                        update child set version = version + 1, changed_at = clock_timestamp()
                        where family_id = any(:families)
                        returning id, family_id, area_code, posyandu_id, sex, birth_date, active, version,
                            merged_into""")
                .bindArray("families", UUID.class, families)
                .map((row, _) -> changed(row))
                .list();
        for (ChildEvent event : events) {
            tx.announce(Announcement.of(event, json));
            tx.audit(actor.did("MOVE", "child", event.childId(), to.value()));
        }
    }

    /** Their NIK is sealed anew: it opens with the key of the family they belong to. */
    @Override
    public Set<UUID> transfer(Transaction tx, Actor actor, Transfer transfer) {
        Set<UUID> went = new LinkedHashSet<>();
        List<KnownChild> leaving = KnownChild.lockAllOf(
                        tx.sql(), transfer.from().id(), identities)
                .stream()
                .filter(child -> transfer.takes(child.content().id()))
                .toList();
        List<ChildRow> rows = new ArrayList<>();
        for (KnownChild child : leaving) {
            ChildRow row = ChildRow.sealed(child.content(), transfer.to(), identities, child.version() + 1);
            rows.add(row);
            tx.announce(Announcement.of(ChildEvent.of(ChildEvent.Fact.CHANGED, row, child.mergedInto()), json));
            tx.audit(actor.did("TRANSFER", "child", row.id(), row.area().value()));
            went.add(row.id());
        }
        if (!leaving.isEmpty()) {
            Columns.of(rows)
                    .uuid(ChildRow::id)
                    .uuid(ChildRow::family)
                    .text(ChildRow::area)
                    .bytes(ChildRow::nikSealed)
                    .int8(ChildRow::version)
                    .update(tx.sql(), TRANSFER);
            FormerFamilies.leave(tx.sql(), leaving, transfer);
            FamilyPriorities.refresh(
                    tx.sql(), List.of(transfer.from().id(), transfer.to().id()));
        }
        return went;
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
