package id.tumbuh.intervention.need;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The needs of the database; one statement for each batch. */
public final class Needs {
    private Needs() {}

    /** The open needs of the families, which the caller has locked. */
    public static List<Need.Open> openOf(Handle sql, Collection<UUID> familyIds) {
        return sql.createQuery("select * from need where family_id = any(:families) and state = 'OPEN'")
                .bindArray("families", UUID.class, familyIds.toArray())
                .map((row, _) -> open(row))
                .list();
    }

    /** Of these children the last need, where it ended because the child was merged into another. */
    public static List<Need.Closed> endedByMerge(Handle sql, Collection<UUID> children) {
        return sql
                .createQuery("""
                        select distinct on (child_id) * from need where child_id = any(:children)
                        order by child_id, coalesce(closed_on, date 'infinity') desc, opened_on desc, version desc""")
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> need(row))
                .stream()
                .flatMap(need -> need instanceof Need.Closed closed && closed.endedByMerge()
                        ? Stream.of(closed)
                        : Stream.<Need.Closed>empty())
                .toList();
    }

    /** Stores each need in its latest version. Closed ones first: the next need of a child may stand in the same batch. */
    public static void store(Handle sql, Collection<Need> needs) {
        upsert(sql, needs.stream().filter(Need.Closed.class::isInstance).toList());
        upsert(sql, needs.stream().filter(Need.Open.class::isInstance).toList());
    }

    private static void upsert(Handle sql, List<Need> needs) {
        if (needs.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        insert into need (id, child_id, family_id, area_code, severity, state, opened_on, closed_on, reason,
                            version)
                        select id, child_id, family_id, area_code, severity, state, opened_on::date, closed_on::date,
                            reason, version
                        from unnest(:ids, :children, :families, :areas, :severities, :states, :opened, :closed, :reasons,
                                :versions)
                            as row (id, child_id, family_id, area_code, severity, state, opened_on, closed_on, reason,
                                version)
                        on conflict (id) do update set family_id = excluded.family_id, area_code = excluded.area_code,
                            severity = excluded.severity, state = excluded.state, closed_on = excluded.closed_on,
                            reason = excluded.reason, version = excluded.version""")
                .bindArray("ids", UUID.class, needs.stream().map(Need::id).toArray())
                .bindArray(
                        "children",
                        UUID.class,
                        needs.stream().map(Need::childId).toArray())
                .bindArray(
                        "families",
                        UUID.class,
                        needs.stream().map(need -> need.home().familyId()).toArray())
                .bindArray(
                        "areas",
                        String.class,
                        needs.stream().map(need -> need.home().area().value()).toArray())
                .bindArray(
                        "severities",
                        String.class,
                        needs.stream().map(need -> need.severity().name()).toArray())
                .bindArray(
                        "states",
                        String.class,
                        needs.stream()
                                .map(need -> NeedEvent.of(need).state().name())
                                .toArray())
                .bindArray(
                        "opened",
                        String.class,
                        needs.stream().map(need -> need.openedOn().toString()).toArray())
                .bindArray(
                        "closed",
                        String.class,
                        needs.stream()
                                .map(need -> need instanceof Need.Closed over
                                        ? over.closedOn().toString()
                                        : null)
                                .toArray())
                .bindArray(
                        "reasons",
                        String.class,
                        needs.stream().map(need -> need.reason().name()).toArray())
                .bindArray(
                        "versions",
                        Long.class,
                        needs.stream().map(Need::version).toArray())
                .execute();
    }

    /** A need as it stands in a row, open or closed. */
    static Need need(ResultSet row) throws SQLException {
        Need.Open need = open(row);
        LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
        if (closedOn == null) {
            return need;
        }
        return new Need.Closed(
                need.id(),
                need.childId(),
                need.home(),
                need.severity(),
                need.openedOn(),
                closedOn,
                need.reason(),
                need.version());
    }

    private static Need.Open open(ResultSet row) throws SQLException {
        return new Need.Open(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                Severity.valueOf(row.getString("severity")),
                Objects.requireNonNull(row.getObject("opened_on", LocalDate.class)),
                NeedReason.valueOf(row.getString("reason")),
                row.getLong("version"));
    }
}
