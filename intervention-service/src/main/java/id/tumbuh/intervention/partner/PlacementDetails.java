package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * How those a partner helps grow, and what was brought to them. Each statement asks by itself whose the placement is and whether the
 * consent holds, so nothing is told of somebody whose consent ended between two of them.
 */
@ApplicationScoped
class PlacementDetails {
    private static final String OWN = """
            placement p join sponsor s on s.id = p.sponsor_id and s.client = :client
            """;
    private static final String WHICH = " where p.id = any(:ids) and " + Consented.sql("p", ":client");

    private static final String WEIGHINGS =
            "select p.id as placement_id, w.* from " + OWN + """
            cross join lateral (
                (select v.measured_on, v.weight_kg, v.length_for_age, v.mark, true as is_start from weighing v
                    where v.child_id = p.child_id and not v.voided and v.measured_on <= p.from_on
                    order by v.measured_on desc limit 1)
                union all
                select v.measured_on, v.weight_kg, v.length_for_age, v.mark, false from weighing v
                    where v.child_id = p.child_id and not v.voided and v.measured_on > p.from_on
                        and (p.ended_on is null or v.measured_on <= p.ended_on)) as w
            """ + WHICH + " order by p.id, w.measured_on";

    /** The last of what somebody told, and the first of what is to come. */
    private static final String DELIVERIES =
            "select p.id as placement_id, d.* from " + OWN + """
            cross join lateral (
                (select t.state, t.item, t.told_day as day, coalesce(t.told_quantity, t.quantity) as quantity, t.unit from delivery t
                    where t.placement_id = p.id and t.told_day is not null order by t.told_day desc, t.id limit :last)
                union all
                (select t.state, t.item, t.day, t.quantity, t.unit from delivery t
                    where t.placement_id = p.id and t.state = 'PLANNED' and t.day >= :day order by t.day, t.id limit 1)) as d
            """ + WHICH + " order by p.id, d.day desc";

    private static final String COUNTS = "select p.id as placement_id, "
            + "(select count(*) from delivery d where d.placement_id = p.id and d.state = 'DELIVERED') as received, "
            + "(select count(*) from delivery d where d.placement_id = p.id and d.told_day is not null) as due, "
            + "exists (select from home_visit v where v.placement_id = p.id and v.withdrawn_on is null) as visit_asked from "
            + OWN + WHICH;

    private static final int LAST = 4;

    private final Database database;
    private final RuleBook rules;
    private final Clock clock = Clock.systemUTC();

    PlacementDetails(Database database, RuleBook rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * A weighing.
     *
     * @param isStart whether it is the last one before the help began
     */
    record Weighed(
            LocalDate day,
            @Nullable BigDecimal weightKg,
            @Nullable BigDecimal lengthForAge,
            @Nullable String mark,
            boolean isStart) {}

    /** Something that was brought, or not, or will be; the state and the unit by their names in table {@code delivery}. */
    record Delivery(String state, Item.Kind item, LocalDate day, BigDecimal quantity, String unit) {
        boolean isToCome() {
            return state.equals("PLANNED");
        }
    }

    /** How much of what was due arrived, and whether the puskesmas was asked to visit. */
    record Counts(int received, int due, boolean visitAsked) {
        static final Counts NONE = new Counts(0, 0, false);
    }

    /** Of the placements that were asked for, by their ids; one without any row is missing. */
    record Details(Map<UUID, List<Weighed>> weighings, Map<UUID, List<Delivery>> deliveries, Map<UUID, Counts> counts) {
        List<Weighed> weighings(UUID placement) {
            return weighings.getOrDefault(placement, List.of());
        }

        List<Delivery> deliveries(UUID placement) {
            return deliveries.getOrDefault(placement, List.of());
        }

        Counts counts(UUID placement) {
            return counts.getOrDefault(placement, Counts.NONE);
        }
    }

    private record Of<T>(UUID placement, T value) {}

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    Details of(Acting.Party party, Collection<UUID> placements) {
        LocalDate today = Days.of(clock.instant());
        String purpose = PartnerRules.of(rules.on(today)).purpose();
        return database.read(party.scope(), sql -> {
            var bound = new Bound(sql, party.client(), purpose, today, placements);
            Map<UUID, Counts> counts = bound
                    .read(
                            COUNTS,
                            row -> new Counts(row.getInt("received"), row.getInt("due"), row.getBoolean("visit_asked")))
                    .stream()
                    .collect(Collectors.toMap(Of::placement, Of::value));
            return new Details(
                    grouped(bound.read(WEIGHINGS, PlacementDetails::weighed)),
                    grouped(bound.read(DELIVERIES, PlacementDetails::delivery)),
                    counts);
        });
    }

    /** What each of the statements is given. */
    private record Bound(Handle sql, String client, String purpose, LocalDate day, Collection<UUID> placements) {
        <T> List<Of<T>> read(String statement, Reading<T> reading) {
            Query query = sql.createQuery(statement)
                    .bind("client", client)
                    .bind("purpose", purpose)
                    .bind("day", day)
                    .bindArray("ids", UUID.class, placements.toArray());
            return (statement.contains(":last") ? query.bind("last", LAST) : query)
                    .map((row, _) -> new Of<>(row.getObject("placement_id", UUID.class), reading.of(row)))
                    .list();
        }
    }

    private static <T> Map<UUID, List<T>> grouped(List<Of<T>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Of::placement, Collectors.mapping(Of::value, Collectors.toList())));
    }

    private static Weighed weighed(ResultSet row) throws SQLException {
        return new Weighed(
                row.getObject("measured_on", LocalDate.class),
                row.getBigDecimal("weight_kg"),
                row.getBigDecimal("length_for_age"),
                row.getString("mark"),
                row.getBoolean("is_start"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("state"),
                Item.Kind.valueOf(row.getString("item")),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("quantity"),
                row.getString("unit"));
    }
}
