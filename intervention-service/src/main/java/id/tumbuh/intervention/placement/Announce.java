package id.tumbuh.intervention.placement;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.sponsor.Sponsors;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Stores placements that changed, gives places back, and tells it, all in the caller's transaction. */
@ApplicationScoped
class Announce {
    private final ObjectMapper json;

    Announce(ObjectMapper json) {
        this.json = json;
    }

    /** They are stored already. */
    void changed(Transaction tx, Collection<? extends Placement> placements) {
        tx.announceAll(placements.stream()
                .map(PlacementEvent::of)
                .map(event -> Announcement.of(event, json))
                .toList());
    }

    void moved(Transaction tx, Collection<? extends Placement> placements) {
        Placements.update(tx.sql(), placements);
        changed(tx, placements);
    }

    void ended(Transaction tx, Collection<Placement.Ended> placements) {
        moved(tx, placements);
        Sponsors.giveBack(
                tx.sql(), placements.stream().map(one -> one.pair().sponsorId()).toList());
    }
}
