package id.tumbuh.intervention.need;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads needs as a scope sees them. */
@ApplicationScoped
class NeedQueries {
    private final Database database;

    NeedQueries(Database database) {
        this.database = database;
    }

    /** What is asked for; a severity left out is any. */
    record Wanted(
            AreaRange areas,
            NeedEvent.State state,
            @Nullable Severity severity) {}

    /** Open needs of one area below the one asked for, or of that area itself when nothing lies below it. */
    record AreaCount(String area, long open, long severelyStunted) {}

    /** The counts, and the moment they are true of. */
    record Counts(Instant asOf, List<AreaCount> rows) {}

    List<Need> page(Scope scope, Wanted wanted, Page page) {
        // The state is part of the text, not a binding, so that the index of that state serves the query.
        String state = wanted.state() == NeedEvent.State.OPEN ? "state = 'OPEN'" : "state = 'CLOSED'";
        return database.read(
                scope,
                sql -> sql.createQuery("select * from need where " + state + """
                                 and area_code >= :from and area_code < :to
                                and (area_code, id) > (:afterArea, :afterId)
                                and (:severity::text is null or severity = :severity)
                                order by area_code, id limit :rows""")
                        .bind("from", wanted.areas().from())
                        .bind("to", wanted.areas().to())
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind(
                                "severity",
                                wanted.severity() == null
                                        ? null
                                        : wanted.severity().name())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> Needs.need(row))
                        .list());
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
            List<AreaCount> rows = sql.createQuery("""
                            select left(area_code, :length) as area, count(*) as open,
                                count(*) filter (where severity = 'SEVERELY_STUNTED') as severely_stunted
                            from need
                            where state = 'OPEN' and area_code >= :from and area_code < :to
                            group by 1 order by 1""")
                    .bind("length", below(area).codeLength())
                    .bind("from", range.from())
                    .bind("to", range.to())
                    .map((row, _) ->
                            new AreaCount(row.getString("area"), row.getLong("open"), row.getLong("severely_stunted")))
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
