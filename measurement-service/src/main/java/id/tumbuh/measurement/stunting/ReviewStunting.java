package id.tumbuh.measurement.stunting;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.sql.SetStatement;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Looks again at children whose measurements changed, and announces those whose growth status did. */
@ApplicationScoped
public class ReviewStunting {

    private final Roster roster;
    private final ObjectMapper json;

    ReviewStunting(Roster roster, ObjectMapper json) {
        this.roster = roster;
        this.json = json;
    }

    /**
     * The children are locked, so that what is read here is the whole set.
     *
     * @return the children with a new status
     */
    public List<RosteredChild> review(Transaction tx, Collection<RosteredChild> children) {
        Map<UUID, List<HeightFinding>> findings = findings(tx.sql(), children);
        List<RosteredChild> changed = new ArrayList<>();
        for (RosteredChild child : children) {
            StuntingStatus status = StuntingStatus.of(findings.getOrDefault(child.id(), List.of()));
            if (status.stunting() != child.stunting()) {
                RosteredChild after = child.with(status.stunting());
                changed.add(after);
                tx.announce(Announcement.of(StuntingEvent.of(child, after, status), json));
            }
        }
        roster.storeStunting(tx.sql(), changed);
        return changed;
    }

    /** Erases the child's status from the topic, if there ever was one. */
    public void forget(Transaction tx, RosteredChild child) {
        if (child.growth().stuntingVersion() > 0) {
            StuntingEvent last = StuntingEvent.of(child, child.with(Stunting.NORMAL), StuntingStatus.of(List.of()));
            tx.announce(Announcement.erasing(last.topic(), last.type(), last.key(), last.sequence()));
        }
    }

    private static Map<UUID, List<HeightFinding>> findings(Handle sql, Collection<RosteredChild> children) {
        Map<UUID, List<HeightFinding>> findings = new HashMap<>();
        SetStatement.over(children, sql, """
                        select child_id, id, measured_on, stunting, z_length_height from measurement
                        where child_id = any(?) and stunting is not null and not voided""")
                .uuid(RosteredChild::id)
                .query(row -> findings.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .add(finding(row)));
        return findings;
    }

    private static HeightFinding finding(ResultSet row) throws SQLException {
        return new HeightFinding(
                row.getObject(2, UUID.class),
                row.getObject(3, LocalDate.class),
                Stunting.valueOf(row.getString(4)),
                Assessment.rounded(row.getDouble(5)));
    }
}
