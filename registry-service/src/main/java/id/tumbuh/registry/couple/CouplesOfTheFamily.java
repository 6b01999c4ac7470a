package id.tumbuh.registry.couple;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Couples go where the bride goes. */
@ApplicationScoped
class CouplesOfTheFamily implements Household {
    private final ObjectMapper json;

    CouplesOfTheFamily(ObjectMapper json) {
        this.json = json;
    }

    /** A plan to marry is no reason to look at a family: it is looked at for the couple's sake. */
    @Override
    public Map<UUID, Residents> residents(Handle sql, Collection<UUID> families) {
        return Map.of();
    }

    @Override
    public void moved(Transaction tx, Actor actor, Collection<UUID> families, AreaCode to) {
        change(
                tx,
                KnownCouple.lockAllOf(tx.sql(), families).stream()
                        .map(couple -> couple.in(couple.family(), to))
                        .toList());
    }

    @Override
    public Set<UUID> transfer(Transaction tx, Actor actor, Transfer transfer) {
        change(
                tx,
                KnownCouple.lockAllOf(tx.sql(), List.of(transfer.from().id())).stream()
                        .filter(couple -> transfer.takes(couple.content().brideId()))
                        .map(couple ->
                                couple.in(transfer.to().id(), transfer.to().area()))
                        .toList());
        return Set.of();
    }

    private void change(Transaction tx, List<KnownCouple> couples) {
        if (!couples.isEmpty()) {
            Couples.update(tx.sql(), couples);
            couples.forEach(
                    couple -> tx.announce(Announcement.of(CoupleEvent.of(CoupleEvent.Fact.CHANGED, couple), json)));
        }
    }
}
