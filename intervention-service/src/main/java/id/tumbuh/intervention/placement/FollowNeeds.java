package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.NeedsChanged;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A placement goes where its need goes, and ends with it. */
@ApplicationScoped
class FollowNeeds implements NeedsChanged {
    private final Announce announce;

    FollowNeeds(Announce announce) {
        this.announce = announce;
    }

    @Override
    public void changed(Transaction tx, Collection<Need> needs) {
        Map<UUID, Need> byId = new HashMap<>();
        needs.forEach(need -> byId.put(need.id(), need));
        List<Placement.Ended> ended = new ArrayList<>();
        List<Placement> moved = new ArrayList<>();
        for (Placement.Live live : Placements.lockLiveOf(tx.sql(), byId.keySet())) {
            switch (byId.get(live.pair().needId())) {
                case Need.Closed closed -> ended.add(live.ended(EndReason.NEED_CLOSED, closed.closedOn()));
                case Need.Open open when !open.home().equals(live.pair().home()) -> moved.add(at(open.home(), live));
                case Need.Open _ -> {}
                case null -> throw new IllegalStateException("a placement of another need was read");
            }
        }
        announce.ended(tx, ended);
        announce.moved(tx, moved);
    }

    private static Placement at(Home home, Placement.Live live) {
        Placement.Pair before = live.pair();
        Placement.Pair pair =
                new Placement.Pair(before.id(), before.needId(), before.sponsorId(), before.of(), home, before.items());
        return switch (live) {
            case Placement.Held held -> new Placement.Held(pair, held.until(), held.version() + 1);
            case Placement.Committed committed ->
                new Placement.Committed(pair, committed.period(), committed.renewals(), committed.version() + 1);
        };
    }
}
