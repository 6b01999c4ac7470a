package id.tumbuh.intervention.placement;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.sponsor.Sponsors;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.List;

/** Stores placements that changed, gives places back, and tells it, all in the caller's transaction. */
@ApplicationScoped
class Announce {
    private final ObjectMapper json;
    private final Instance<PlacementsChanged> followers;

    Announce(ObjectMapper json, Instance<PlacementsChanged> followers) {
        this.json = json;
        this.followers = followers;
    }

    /** They are stored already. */
    void changed(Transaction tx, Collection<? extends Placement> placements) {
        List<PlacementEvent> events =
                placements.stream().map(PlacementEvent::of).toList();
        tx.announceAll(
                events.stream().map(event -> Announcement.of(event, json)).toList());
        if (!events.isEmpty()) {
            followers.forEach(follower -> follower.changed(tx, events));
        }
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
