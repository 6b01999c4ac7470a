package id.tumbuh.intervention.placement;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.sponsor.Sponsors;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores placements that changed, gives places back, and tells it, all in the caller's transaction. */
@ApplicationScoped
class Announce {
    private final ObjectMapper json;
    private final List<PlacementsChanged> followers;

    Announce(ObjectMapper json, @All List<PlacementsChanged> followers) {
        this.json = json;
        this.followers = List.copyOf(followers);
    }

    /** They are stored already. */
    void changed(Transaction tx, Collection<? extends Placement> placements) {
        if (placements.isEmpty()) {
            return;
        }
        List<PlacementEvent> events =
                placements.stream().map(PlacementEvent::of).toList();
        tx.announceAll(
                events.stream().map(event -> Announcement.of(event, json)).toList());
        followers.forEach(follower -> follower.changed(tx, events));
    }

    void moved(Transaction tx, Collection<? extends Placement> placements) {
        Placements.update(tx.sql(), placements);
        changed(tx, placements);
    }

    void ended(Transaction tx, Collection<Placement.Ended> placements) {
        if (placements.isEmpty()) {
            return;
        }
        moved(tx, placements);
        // who ends a placement in a kecamatan need not see the sponsor of the kabupaten
        tx.<@Nullable Object>beyondScope(sql -> {
            Sponsors.giveBack(
                    sql, placements.stream().map(one -> one.pair().sponsorId()).toList());
            return null;
        });
    }
}
