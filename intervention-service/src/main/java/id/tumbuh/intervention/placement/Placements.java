package id.tumbuh.intervention.placement;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The placements of the database; one statement for each batch. */
public final class Placements {
    private Placements() {}

    /** Returns the ids of those that could be stored: not one whose id is taken, or whose need another sponsor has. */
    static Set<UUID> insertAll(Handle sql, Collection<Placement.Held> placements) {
        return placements.isEmpty()
                ? Set.of()
                : Set.copyOf(Columns.of(List.copyOf(placements))
                        .uuid(one -> one.pair().id())
                        .uuid(one -> one.pair().needId())
                        .uuid(one -> one.pair().sponsorId())
                        .uuid(one -> id(one.pair(), Beneficiary.Kind.CHILD))
                        .uuid(one -> id(one.pair(), Beneficiary.Kind.PREGNANCY))
                        .uuid(one -> one.pair().home().familyId())
                        .text(one -> one.pair().home().area().value())
                        .as("timestamptz", Placement.Held::until)
                        .text(one ->
                                one.pair().items().stream().map(Item.Kind::name).collect(Collectors.joining(",")))
                        .int8(Placement.Held::version)
                        .query(sql, """
                                insert into placement (id, need_id, sponsor_id, child_id, pregnancy_id, family_id, area_code, state,
                                    held_until, items, version)
                                select id, need_id, sponsor_id, child_id, pregnancy_id, family_id, area_code, 'HELD', held_until,
                                    string_to_array(items, ','), version
                                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as wanted (id, need_id, sponsor_id, child_id,
                                    pregnancy_id, family_id, area_code, held_until, items, version)
                                order by need_id
                                on conflict do nothing returning id""", row -> row.getObject(1, UUID.class)));
    }

    static void update(Handle sql, Collection<? extends Placement> placements) {
        if (placements.isEmpty()) {
            return;
        }
        List<PlacementEvent> rows = placements.stream().map(PlacementEvent::of).toList();
        List<Integer> renewals = placements.stream()
                .map(one -> one instanceof Placement.Committed committed ? committed.renewals() : null)
                .toList();
        sql.createUpdate("""
                        update placement p set family_id = row.family_id, area_code = row.area_code,
                            items = string_to_array(row.items, ','), state = row.state,
                            held_until = row.held_until, from_on = row.from_on, to_on = row.to_on,
                            renewals = coalesce(row.renewals, p.renewals), reason = row.reason, ended_on = row.ended_on,
                            version = row.version
                        from unnest(:ids, :families, :areas, :items, :states, :until, :from, :to, :renewals, :reasons, :ended,
                                :versions)
                            as row (id, family_id, area_code, items, state, held_until, from_on, to_on, renewals, reason,
                                ended_on, version)
                        where p.id = row.id""")
                .bindArray("ids", UUID.class, column(rows, PlacementEvent::placementId))
                .bindArray("families", UUID.class, column(rows, PlacementEvent::familyId))
                .bindArray("areas", String.class, column(rows, PlacementEvent::areaCode))
                .bindArray(
                        "items",
                        String.class,
                        column(
                                rows,
                                row -> row.items().stream().map(Item.Kind::name).collect(Collectors.joining(","))))
                .bindArray(
                        "states", String.class, column(rows, row -> row.state().name()))
                .bindArray("until", OffsetDateTime.class, column(rows, row -> timestamp(row.heldUntil())))
                .bindArray("from", LocalDate.class, column(rows, PlacementEvent::from))
                .bindArray("to", LocalDate.class, column(rows, PlacementEvent::to))
                .bindArray("renewals", Integer.class, renewals.toArray())
                .bindArray(
                        "reasons",
                        String.class,
                        column(
                                rows,
                                row -> row.reason() == null
                                        ? null
                                        : row.reason().name()))
                .bindArray("ended", LocalDate.class, column(rows, PlacementEvent::endedOn))
                .bindArray("versions", Long.class, column(rows, PlacementEvent::version))
                .execute();
    }

    /** Those of the ids that are there, by id. */
    static Map<UUID, Placement> find(Handle sql, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.createQuery("select * from placement where id = any(:ids)")
                        .bindArray("ids", UUID.class, ids.toArray())
                        .map((row, _) -> placement(row))
                        .collect(Collectors.toMap(one -> one.pair().id(), Function.identity()));
    }

    static void lockFamiliesOf(Handle sql, Collection<UUID> ids) {
        sql.createQuery("""
                        select f.id from family f where f.id in (select family_id from placement where id = any(:ids))
                        order by f.id for update""")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(UUID.class)
                .list();
    }

    static Optional<Placement> lock(Handle sql, UUID id) {
        return Optional.ofNullable(lock(sql, List.of(id)).get(id));
    }

    /** Those of the ids that are there, by id. */
    static Map<UUID, Placement> lock(Handle sql, Collection<UUID> ids) {
        return sql.createQuery("select * from placement where id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> placement(row))
                .collect(Collectors.toMap(one -> one.pair().id(), Function.identity()));
    }

    /** Those that keep others out, locked, in the order of their ids. */
    static List<Placement.Live> lockLiveOf(Handle sql, Collection<UUID> needs) {
        return needs.isEmpty()
                ? List.of()
                : sql.createQuery("""
                                select * from placement where need_id = any(:needs) and state in ('HELD', 'COMMITTED')
                                order by id for update""")
                        .bindArray("needs", UUID.class, needs.toArray())
                        .map((row, _) -> live(row))
                        .list();
    }

    static Placement.Live live(ResultSet row) throws SQLException {
        if (placement(row) instanceof Placement.Live live) {
            return live;
        }
        throw new IllegalStateException("a placement that has ended was read as live");
    }

    /** A placement as it stands in a row. */
    public static Placement placement(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        Placement.Pair pair = pair(row);
        return switch (PlacementEvent.State.valueOf(row.getString("state"))) {
            case HELD ->
                new Placement.Held(
                        pair,
                        requireNonNull(row.getObject("held_until", OffsetDateTime.class))
                                .toInstant(),
                        version);
            case COMMITTED ->
                new Placement.Committed(pair, requireNonNull(period(row)), row.getInt("renewals"), version);
            case ENDED ->
                new Placement.Ended(
                        pair,
                        period(row),
                        EndReason.valueOf(row.getString("reason")),
                        requireNonNull(row.getObject("ended_on", LocalDate.class)),
                        version);
        };
    }

    private static Placement.Pair pair(ResultSet row) throws SQLException {
        UUID child = row.getObject("child_id", UUID.class);
        return new Placement.Pair(
                row.getObject("id", UUID.class),
                row.getObject("need_id", UUID.class),
                row.getObject("sponsor_id", UUID.class),
                child == null
                        ? Beneficiary.Ref.pregnancy(row.getObject("pregnancy_id", UUID.class))
                        : Beneficiary.Ref.child(child),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                Arrays.stream((Object[]) row.getArray("items").getArray())
                        .map(item -> Item.Kind.valueOf((String) item))
                        .toList());
    }

    private static Placement.@Nullable Period period(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("from_on", LocalDate.class);
        return from == null
                ? null
                : new Placement.Period(from, requireNonNull(row.getObject("to_on", LocalDate.class)));
    }

    private static @Nullable UUID id(Placement.Pair pair, Beneficiary.Kind kind) {
        return pair.of().kind() == kind ? pair.of().id() : null;
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Object[] column(
            List<PlacementEvent> rows, Function<PlacementEvent, @Nullable Object> field) {
        return rows.stream().map(field).toArray();
    }
}
