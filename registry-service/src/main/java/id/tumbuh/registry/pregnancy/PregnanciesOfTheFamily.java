package id.tumbuh.registry.pregnancy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.family.Household;
import id.tumbuh.registry.family.Residents;
import id.tumbuh.registry.family.Transfer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Pregnancies go where their mothers go. */
@ApplicationScoped
class PregnanciesOfTheFamily implements Household {
    private final ObjectMapper json;

    PregnanciesOfTheFamily(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Map<UUID, Residents> residents(Handle sql, Collection<UUID> families) {
        Map<UUID, Residents> residents = new HashMap<>();
        sql.createQuery("""
                        select family_id, bool_or(state = 'ONGOING') as one_goes_on from pregnancy
                        where family_id = any(:families) group by family_id""")
                .bindArray("families", UUID.class, families.toArray())
                .map((row, _) -> Map.entry(row.getObject("family_id", UUID.class), row.getBoolean("one_goes_on")))
                .forEach(entry -> residents.put(entry.getKey(), Residents.pregnancies(entry.getValue())));
        return residents;
    }

    @Override
    public void moved(Transaction tx, Actor actor, Collection<UUID> families, AreaCode to) {
        change(
                tx,
                KnownPregnancy.lockAllOf(tx.sql(), families).stream()
                        .map(pregnancy -> pregnancy.in(pregnancy.family(), to))
                        .toList());
    }

    @Override
    public Set<UUID> transfer(Transaction tx, Actor actor, Transfer transfer) {
        change(
                tx,
                KnownPregnancy.lockAllOf(tx.sql(), List.of(transfer.from().id())).stream()
                        .filter(pregnancy -> transfer.takes(pregnancy.content().motherId()))
                        .map(pregnancy ->
                                pregnancy.in(transfer.to().id(), transfer.to().area()))
                        .toList());
        return Set.of();
    }

    private void change(Transaction tx, List<KnownPregnancy> pregnancies) {
        if (!pregnancies.isEmpty()) {
            Pregnancies.update(tx.sql(), pregnancies);
            pregnancies.forEach(pregnancy ->
                    tx.announce(Announcement.of(PregnancyEvent.of(PregnancyEvent.Fact.CHANGED, pregnancy), json)));
        }
    }
}
