package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
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
    private final RuleBook rules;

    DeliveryQueries(Database database, RuleBook rules) {
        this.database = database;
        this.rules = rules;
    }

    /** What is asked for; what is left out is any. */
    record Wanted(
            AreaRange areas,
            DeliveryEvent.@Nullable State state,
            Span days,
            @Nullable UUID placement,
            @Nullable UUID programme,
            @Nullable UUID provider) {

        /** By the planned day, both included. */
        record Span(LocalDate from, LocalDate to) {}
    }

    /**
     * A delivery as it is shown.
     *
     * @param expectedFrom who is to bring what is only planned; null where nobody is known who could
     */
    record Shown(Delivery delivery, @Nullable UUID expectedFrom) {}

    /** Of those who work in the desa or else in its kecamatan the first by the rule {@code delivery.brought-by}. */
    private static final String SHOWN = """
            select d.*, e.id as expected_from from delivery d
            left join lateral (
                select p.id from provider p
                where p.active and p.kind = any(:kinds) and p.area_code in (d.area_code, left(d.area_code, 8))
                order by length(p.area_code) desc, array_position(:kinds, p.kind), p.id limit 1) e on d.state = 'PLANNED'
            """;

    List<Shown> page(Scope scope, Wanted wanted, Page page) {
        return database.read(
                scope,
                sql -> sql.createQuery(SHOWN + """
                        where d.area_code >= :from and d.area_code < :to
                            and (d.area_code, d.id) > (greatest(:afterArea, :from), :afterId) and d.day between :first and :last
                            and (cast(:state as text) is null or d.state = cast(:state as text))
                            and (cast(:placement as uuid) is null or d.placement_id = cast(:placement as uuid))
                            and (cast(:programme as uuid) is null or d.programme_id = cast(:programme as uuid))
                            and (cast(:provider as uuid) is null or coalesce(d.provider_id, e.id) = cast(:provider as uuid))
                        order by d.area_code, d.id limit :rows""")
                        .bindArray("kinds", String.class, kinds())
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
                        .bind("programme", wanted.programme())
                        .bind("provider", wanted.provider())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> shown(row))
                        .list());
    }

    Optional<Shown> byId(Scope scope, UUID id) {
        return database.read(
                scope,
                sql -> sql.createQuery(SHOWN + "where d.id = :id")
                        .bindArray("kinds", String.class, kinds())
                        .bind("id", id)
                        .map((row, _) -> shown(row))
                        .findOne());
    }

    private Object[] kinds() {
        return rules.on(Days.today()).list("delivery.brought-by").toArray();
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(Deliveries.delivery(row), row.getObject("expected_from", UUID.class));
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
