package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads placements as a scope sees them. */
@ApplicationScoped
class PlacementQueries {
    private final Database database;

    PlacementQueries(Database database) {
        this.database = database;
    }

    /** What is asked for; without a state those that hold a need now. */
    record Wanted(
            AreaRange areas,
            PlacementEvent.@Nullable State state,
            @Nullable UUID sponsor) {}

    List<Placement> page(Scope scope, Wanted wanted, Page page) {
        String state = wanted.state() == null
                ? "state in ('HELD', 'COMMITTED')"
                : "state = '" + wanted.state().name() + "'";
        return database.read(
                scope,
                sql -> sql.createQuery("select * from placement where " + state + """
                                 and area_code >= :from and area_code < :to
                                and (area_code, id) > (greatest(:afterArea, :from), :afterId)
                                and (cast(:sponsor as uuid) is null or sponsor_id = cast(:sponsor as uuid))
                                order by area_code, id limit :rows""")
                        .bind("from", wanted.areas().from())
                        .bind("to", wanted.areas().to())
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind("sponsor", wanted.sponsor())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> Placements.placement(row))
                        .list());
    }

    Optional<Placement> byId(Scope scope, UUID id) {
        return database.read(
                scope,
                sql -> sql.createQuery("select * from placement where id = :id")
                        .bind("id", id)
                        .map((row, _) -> Placements.placement(row))
                        .findOne());
    }

    Gap gap(Scope scope, @Nullable AreaCode area, LocalDate today) {
        AreaRange range = AreaRange.of(area == null ? null : area.value(), scope);
        return database.read(scope, sql -> {
            List<Gap.Row> rows = sql.createQuery("""
                            select left(n.area_code, :length) as area, count(*) as needs, count(p.id) as placed
                            from need n
                            left join placement p on p.need_id = n.id and p.state in ('HELD', 'COMMITTED')
                            where n.state = 'OPEN' and n.area_code >= :from and n.area_code < :to
                            group by 1 order by 1""")
                    .bind("length", below(area).codeLength())
                    .bind("from", range.from())
                    .bind("to", range.to())
                    .map((row, _) -> new Gap.Row(
                            row.getString("area"),
                            row.getLong("needs"),
                            row.getLong("placed"),
                            row.getLong("needs") - row.getLong("placed")))
                    .list();
            return sql.createQuery("""
                            select count(*) as sponsors, coalesce(sum(capacity), 0) as capacity,
                                coalesce(sum(capacity - placed), 0) as free, transaction_timestamp() as now
                            from sponsor
                            where active and :today between valid_from and valid_until
                                and area_code >= :from and area_code < :to""")
                    .bind("today", today)
                    .bind("from", range.from())
                    .bind("to", range.to())
                    .map((row, _) -> {
                        long needs = rows.stream().mapToLong(Gap.Row::needs).sum();
                        long placed = rows.stream().mapToLong(Gap.Row::placed).sum();
                        return new Gap(
                                area == null ? null : area.value(),
                                needs,
                                placed,
                                needs - placed,
                                row.getLong("sponsors"),
                                row.getLong("capacity"),
                                row.getLong("free"),
                                row.getObject("now", OffsetDateTime.class).toInstant(),
                                rows);
                    })
                    .one();
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
