package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads deliveries as a scope sees them. */
@ApplicationScoped
class DeliveryQueries {
    private final Database database;

    DeliveryQueries(Database database) {
        this.database = database;
    }

    /** What is asked for; what is left out is any. */
    record Wanted(
            AreaRange areas,
            DeliveryEvent.@Nullable State state,
            Span days,
            @Nullable UUID placement,
            @Nullable UUID provider) {

        /** By the planned day, both included. */
        record Span(LocalDate from, LocalDate to) {}
    }

    List<Delivery> page(Scope scope, Wanted wanted, Page page) {
        return database.read(
                scope,
                sql -> sql.createQuery("""
                        select * from delivery where area_code >= :from and area_code < :to
                            and (area_code, id) > (greatest(:afterArea, :from), :afterId) and day between :first and :last
                            and (cast(:state as text) is null or state = cast(:state as text))
                            and (cast(:placement as uuid) is null or placement_id = cast(:placement as uuid))
                            and (cast(:provider as uuid) is null or provider_id = cast(:provider as uuid))
                        order by area_code, id limit :rows""")
                        .bind("from", wanted.areas().from())
                        .bind("to", wanted.areas().to())
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind("first", wanted.days().from())
                        .bind("last", wanted.days().to())
                        .bind(
                                "state",
                                wanted.state() == null ? null : wanted.state().name())
                        .bind("placement", wanted.placement())
                        .bind("provider", wanted.provider())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> Deliveries.delivery(row))
                        .list());
    }

    Optional<Delivery> byId(Scope scope, UUID id) {
        return database.read(
                scope,
                sql -> sql.createQuery("select * from delivery where id = :id")
                        .bind("id", id)
                        .map((row, _) -> Deliveries.delivery(row))
                        .findOne());
    }

    /** Everything that was ever told of it, the oldest first; nothing when there is no such delivery. */
    Optional<List<ReportView>> reports(Scope scope, UUID id) {
        return database.read(scope, sql -> {
            boolean known = sql.createQuery("select exists (select from delivery where id = :id)")
                    .bind("id", id)
                    .mapTo(Boolean.class)
                    .one();
            return known
                    ? Optional.of(
                            sql.createQuery("select * from delivery_report where delivery_id = :id order by version")
                                    .bind("id", id)
                                    .map((row, _) -> ReportView.of(row))
                                    .list())
                    : Optional.empty();
        });
    }

    DeliverySummary summary(Scope scope, @Nullable AreaCode area, Wanted.Span days) {
        AreaRange range = AreaRange.of(area == null ? null : area.value(), scope);
        return database.read(scope, sql -> {
            List<DeliverySummary.Row> rows = sql.createQuery("""
                            select left(area_code, :length) as area, count(*) filter (where planned) as promised,
                                count(*) filter (where planned and state = 'DELIVERED') as delivered,
                                count(*) filter (where planned and state = 'MISSED') as missed,
                                count(*) filter (where planned and state = 'REFUSED') as refused,
                                count(*) filter (where planned and state = 'PLANNED') as open,
                                count(*) filter (where not planned and state = 'DELIVERED') as unplanned
                            from delivery
                            where state <> 'CANCELLED' and area_code >= :from and area_code < :to
                                and day between :first and :last
                            group by 1 order by 1""")
                    .bind("length", below(area).codeLength())
                    .bind("from", range.from())
                    .bind("to", range.to())
                    .bind("first", days.from())
                    .bind("last", days.to())
                    .map((row, _) -> row(row))
                    .list();
            Instant now = sql.createQuery("select transaction_timestamp()")
                    .mapTo(OffsetDateTime.class)
                    .one()
                    .toInstant();
            return new DeliverySummary(
                    area == null ? null : area.value(), days.from(), days.to(), DeliverySummary.total(rows), now, rows);
        });
    }

    private static DeliverySummary.Row row(ResultSet row) throws SQLException {
        return new DeliverySummary.Row(
                row.getString("area"),
                row.getLong("promised"),
                row.getLong("delivered"),
                row.getLong("missed"),
                row.getLong("refused"),
                row.getLong("open"),
                row.getLong("unplanned"));
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
