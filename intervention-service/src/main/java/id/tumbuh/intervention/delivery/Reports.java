package id.tumbuh.intervention.delivery;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.provider.Movement;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every report that was made of a delivery; one statement for each batch. */
final class Reports {
    private Reports() {}

    /** A report as it is kept: with the delivery that it made, and why what had been told was wrong. */
    record Made(Delivery.Told delivery, Report.@Nullable Correction correction) {
        private @Nullable Object taken(Function<Report.Taken, Object> field) {
            Report.Taken taken = delivery.report().taken();
            return taken == null ? null : field.apply(taken);
        }
    }

    static void insert(Handle sql, List<Made> made) {
        if (made.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        insert into delivery_report (delivery_id, version, area_code, state, told_day, told_quantity, provider_id,
                            receipt, reason, taken_item, taken_unit, taken_quantity, by_partner, correction)
                        select * from unnest(:ids, :versions, :areas, :states, :days, :quantities, :providers, :receipts, :reasons,
                            :takenItems, :takenUnits, :takenQuantities, :byPartner, :corrections)""")
                .bindArray(
                        "ids",
                        UUID.class,
                        column(made, one -> one.delivery().slot().id()))
                .bindArray(
                        "versions",
                        Long.class,
                        column(made, one -> one.delivery().version()))
                .bindArray(
                        "areas",
                        String.class,
                        column(made, one -> one.delivery().slot().home().area().value()))
                .bindArray(
                        "states",
                        String.class,
                        column(made, one -> one.delivery().report().outcome().name()))
                .bindArray(
                        "days",
                        LocalDate.class,
                        column(made, one -> one.delivery().report().day()))
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        column(made, one -> one.delivery().report().quantity()))
                .bindArray(
                        "providers",
                        UUID.class,
                        column(made, one -> one.delivery().report().provider()))
                .bindArray(
                        "receipts",
                        String.class,
                        column(made, one -> one.delivery().report().receipt()))
                .bindArray(
                        "reasons",
                        String.class,
                        column(made, one -> name(one.delivery().report().reason())))
                .bindArray("takenItems", String.class, column(made, one -> one.taken(Report.Taken::item)))
                .bindArray(
                        "takenUnits",
                        String.class,
                        column(made, one -> one.taken(taken -> taken.unit().name())))
                .bindArray("takenQuantities", BigDecimal.class, column(made, one -> one.taken(Report.Taken::quantity)))
                .bindArray(
                        "byPartner",
                        Boolean.class,
                        column(made, one -> one.delivery().report().byPartner()))
                .bindArray("corrections", String.class, column(made, one -> name(one.correction())))
                .execute();
    }

    static Map<UUID, List<Report>> of(Handle sql, Collection<UUID> deliveries) {
        Map<UUID, List<Report>> before = new HashMap<>();
        sql.createQuery("select * from delivery_report where delivery_id = any(:ids) order by delivery_id, version")
                .bindArray("ids", UUID.class, deliveries.toArray())
                .map((row, _) -> Map.entry(row.getObject("delivery_id", UUID.class), report(row)))
                .forEach(entry -> before.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return before;
    }

    static Report report(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        String taken = row.getString("taken_item");
        return new Report(
                Report.Outcome.valueOf(row.getString("state")),
                requireNonNull(row.getObject("told_day", LocalDate.class)),
                row.getBigDecimal("told_quantity"),
                row.getObject("provider_id", UUID.class),
                row.getString("receipt"),
                reason == null ? null : Report.Reason.valueOf(reason),
                taken == null
                        ? null
                        : new Report.Taken(
                                taken,
                                Movement.Unit.valueOf(row.getString("taken_unit")),
                                row.getBigDecimal("taken_quantity")),
                row.getBoolean("by_partner"));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable Object[] column(List<Made> rows, Function<Made, @Nullable Object> field) {
        return rows.stream().map(field).toArray();
    }
}
