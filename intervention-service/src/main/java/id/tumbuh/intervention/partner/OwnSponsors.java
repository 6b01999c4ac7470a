package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.placement.Days;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sponsors that a partner acts for, by the institution and the mark they were registered with. */
@ApplicationScoped
class OwnSponsors {
    private static final int MOST = 1000;

    private final Database database;
    private final Clock clock = Clock.systemUTC();

    OwnSponsors(Database database) {
        this.database = database;
    }

    /** One of them; {@code free} places are left, none when its promise doesn't hold today. */
    record Own(UUID id, String institution, @Nullable String reference, int free) {
        String label() {
            return reference == null ? institution : institution + ", " + reference;
        }
    }

    List<Own> of(Acting.Party party) {
        return database.read(
                party.scope(),
                sql -> sql.createQuery("""
                                select id, institution, reference,
                                    case when active and :day between valid_from and valid_until then capacity - placed else 0 end as free
                                from sponsor where client = :client order by institution, reference, id limit :most""")
                        .bind("client", party.client())
                        .bind("day", Days.of(clock.instant()))
                        .bind("most", MOST)
                        .map((row, _) -> own(row))
                        .list());
    }

    /** Nothing when there is only one: a partner knows itself. */
    Map<UUID, String> labelsOfSeveral(Acting.Party party) {
        List<Own> all = of(party);
        return all.size() < 2 ? Map.of() : all.stream().collect(Collectors.toMap(Own::id, Own::label));
    }

    private static Own own(ResultSet row) throws SQLException {
        return new Own(
                row.getObject("id", UUID.class),
                row.getString("institution"),
                row.getString("reference"),
                row.getInt("free"));
    }
}
