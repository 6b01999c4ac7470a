package id.tumbuh.intervention.need;

import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.intervention.listing.RankPage;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads needs as a scope sees them. */
@ApplicationScoped
class NeedQueries {
    private final Database database;

    NeedQueries(Database database) {
        this.database = database;
    }

    /** What is asked for; a cause or item left out is any. */
    record Wanted(
            AreaRange areas,
            NeedEvent.State state,
            @Nullable Cause cause,
            Item.@Nullable Kind item) {}

    /** Open needs of one area below the one asked for, or of that area itself when nothing lies below it. */
    record AreaCount(String area, long open, long costRupiah, Map<String, Long> causes) {
        AreaCount {
            causes = Map.copyOf(causes);
        }
    }

    /** The counts, and the moment they are true of. */
    record Counts(Instant asOf, List<AreaCount> rows) {
        Counts {
            rows = List.copyOf(rows);
        }
    }

    /** In the order of area and id. */
    List<Need> page(Scope scope, Wanted wanted, Page page) {
        return database.read(
                scope,
                sql -> bound(sql.createQuery(select(wanted) + """
                                         and (area_code, id) > (greatest(:afterArea, :from), :afterId)
                                        order by area_code, id limit :rows"""), wanted)
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> Needs.need(row))
                        .list());
    }

    /** The most urgent first. */
    List<Need> byRank(Scope scope, Wanted wanted, RankPage page) {
        return database.read(
                scope,
                sql -> bound(sql.createQuery(select(wanted) + """
                                         and rank <= :afterRank and (rank < :afterRank or id > :afterId)
                                        order by rank desc, id limit :rows"""), wanted)
                        .bind("afterRank", page.after().rank())
                        .bind("afterId", page.after().id())
                        .bind("rows", page.limit() + 1)
                        .map((row, _) -> Needs.need(row))
                        .list());
    }

    private static String select(Wanted wanted) {
        // The state is part of the text, not a binding, so that the index of that state serves the query.
        String state = wanted.state() == NeedEvent.State.OPEN ? "state = 'OPEN'" : "state = 'CLOSED'";
        return "select * from need where " + state + """
                 and area_code >= :from and area_code < :to
                and (cast(:cause as text) is null or cast(:cause as text) = any(causes))
                and (cast(:item as text) is null or items @> jsonb_build_array(jsonb_build_object('item', cast(:item as text))))""";
    }

    private static Query bound(Query query, Wanted wanted) {
        return query.bind("from", wanted.areas().from())
                .bind("to", wanted.areas().to())
                .bind("cause", wanted.cause() == null ? null : wanted.cause().code())
                .bind("item", wanted.item() == null ? null : wanted.item().name());
    }

    Optional<Need> byId(Scope scope, UUID id) {
        return database.read(
                scope,
                sql -> sql.createQuery("select * from need where id = :id")
                        .bind("id", id)
                        .map((row, _) -> Needs.need(row))
                        .findOne());
    }

    /** Open needs by the areas directly below the one asked for; by province when none is. */
    Counts openByArea(Scope scope, @Nullable AreaCode area) {
        AreaRange range = AreaRange.of(area == null ? null : area.value(), scope);
        return database.read(scope, sql -> {
            Map<String, Map<String, Long>> causes = new HashMap<>();
            sql.createQuery("""
                            select left(area_code, :length) as area, cause, count(*) as count
                            from need cross join unnest(causes) as cause
                            where state = 'OPEN' and area_code >= :from and area_code < :to
                            group by 1, 2""")
                    .bind("length", below(area).codeLength())
                    .bind("from", range.from())
                    .bind("to", range.to())
                    .map((row, _) -> causes.computeIfAbsent(row.getString("area"), _ -> new TreeMap<>())
                            .put(row.getString("cause"), row.getLong("count")))
                    .list();
            List<AreaCount> rows = sql.createQuery("""
                            select left(area_code, :length) as area, count(*) as open, sum((select sum(
                                (item ->> 'costRupiah')::bigint) from jsonb_array_elements(items) as item)) as cost
                            from need
                            where state = 'OPEN' and area_code >= :from and area_code < :to
                            group by 1 order by 1""")
                    .bind("length", below(area).codeLength())
                    .bind("from", range.from())
                    .bind("to", range.to())
                    .map((row, _) -> new AreaCount(
                            row.getString("area"),
                            row.getLong("open"),
                            row.getLong("cost"),
                            causes.getOrDefault(row.getString("area"), Map.of())))
                    .list();
            return new Counts(
                    sql.createQuery("select transaction_timestamp()")
                            .mapTo(OffsetDateTime.class)
                            .one()
                            .toInstant(),
                    rows);
        });
    }

    private static AreaLevel below(@Nullable AreaCode area) {
        if (area == null) {
            return AreaLevel.PROVINSI;
        }
        return switch (area.level()) {
            case PROVINSI -> AreaLevel.KABUPATEN_KOTA;
            case KABUPATEN_KOTA -> AreaLevel.KECAMATAN;
            case KECAMATAN, DESA_KELURAHAN -> AreaLevel.DESA_KELURAHAN;
        };
    }
}
