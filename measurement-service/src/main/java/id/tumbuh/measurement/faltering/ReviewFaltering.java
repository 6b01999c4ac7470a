package id.tumbuh.measurement.faltering;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.measurement.kms.Faltering;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at the newest weighing of children whose card changed, and announces those for whom something else follows. */
@ApplicationScoped
public class ReviewFaltering {

    private final Roster roster;
    private final ObjectMapper json;

    ReviewFaltering(Roster roster, ObjectMapper json) {
        this.roster = roster;
        this.json = json;
    }

    /** The children are locked. */
    public void review(Transaction tx, Map<RosteredChild, NewestWeighing> newest) {
        List<RosteredChild> changed = new ArrayList<>();
        newest.forEach((child, weighing) -> {
            if (weighing.faltering() != child.faltering()) {
                RosteredChild after = child.with(weighing.faltering());
                changed.add(after);
                tx.announce(Announcement.of(FalteringEvent.of(after, weighing.entry()), json));
            }
        });
        roster.storeFaltering(tx.sql(), changed);
    }

    /** Erases the child's state from the topic, if there ever was one. */
    public void forget(Transaction tx, RosteredChild child) {
        if (child.growth().falteringVersion() > 0) {
            FalteringEvent last = FalteringEvent.of(child.with(Faltering.NONE), null);
            tx.announce(Announcement.erasing(last.topic(), last.type(), last.key(), last.sequence()));
        }
    }
}
