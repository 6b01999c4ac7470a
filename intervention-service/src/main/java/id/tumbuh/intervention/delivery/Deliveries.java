package id.tumbuh.intervention.delivery;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
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
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The deliveries of the database; one statement for each batch. */
final class Deliveries {
    private Deliveries() {}

    static List<Delivery> lockOf(Handle sql, Collection<UUID> provisions) {
        return sql.createQuery(
                        "select * from delivery where placement_id = any(:provisions) or enrolment_id = any(:provisions)"
                                + " order by id for update")
                .bindArray("provisions", UUID.class, provisions.toArray())
                .map((row, _) -> delivery(row))
                .list();
    }

    static Map<UUID, Delivery> lock(Handle sql, Collection<UUID> ids) {
        Map<UUID, Delivery> known = new HashMap<>();
        sql.createQuery("select * from delivery where id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> delivery(row))
                .forEach(one -> known.put(one.slot().id(), one));
        return known;
    }

    /** Returns the ids that were new: one that is there already, seen or not, is left as it is. */
    static List<UUID> insert(Handle sql, List<? extends Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        return bound(sql.createQuery("""
                        insert into delivery (id, placement_id, enrolment_id, programme_id, child_id, pregnancy_id, family_id,
                            area_code, item, planned, day, quantity, unit, state, told_day, told_quantity, provider_id, receipt, reason, taken_item, taken_unit,
                            taken_quantity, by_partner, version)
                        select * from unnest(:ids, :placements, :enrolments, :programmes, :children, :pregnancies, :families, :areas, :items, :planned, :days,
                            :quantities, :units, :states, :toldDays, :toldQuantities, :providers, :receipts, :reasons, :takenItems,
                            :takenUnits, :takenQuantities, :byPartner, :versions)
                        on conflict do nothing returning id"""), deliveries)
                .bindArray("placements", UUID.class, column(deliveries, one -> placement(one.slot())))
                .bindArray(
                        "enrolments",
                        UUID.class,
                        column(deliveries, one -> enrolment(one.slot(), Provision.Enrolment::id)))
                .bindArray(
                        "programmes",
                        UUID.class,
                        column(deliveries, one -> enrolment(one.slot(), Provision.Enrolment::programmeId)))
                .bindArray("children", UUID.class, column(deliveries, one -> id(one, Beneficiary.Kind.CHILD)))
                .bindArray("pregnancies", UUID.class, column(deliveries, one -> id(one, Beneficiary.Kind.PREGNANCY)))
                .bindArray(
                        "items",
                        String.class,
                        column(deliveries, one -> one.slot().item().name()))
                .bindArray(
                        "planned",
                        Boolean.class,
                        column(deliveries, one -> one.slot().planned()))
                .bindArray(
                        "days",
                        LocalDate.class,
                        column(deliveries, one -> one.slot().day()))
                .bindArray(
                        "units",
                        String.class,
                        column(deliveries, one -> one.slot().amount().unit().name()))
                .mapTo(UUID.class)
                .list();
    }

    static void update(Handle sql, List<? extends Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        bound(sql.createUpdate("""
                        update delivery d set family_id = row.family_id, area_code = row.area_code, quantity = row.quantity,
                            state = row.state, told_day = row.told_day, told_quantity = row.told_quantity,
                            provider_id = row.provider_id, receipt = row.receipt, reason = row.reason, taken_item = row.taken_item,
                            taken_unit = row.taken_unit, taken_quantity = row.taken_quantity, by_partner = row.by_partner,
                            version = row.version
                        from unnest(:ids, :families, :areas, :quantities, :states, :toldDays, :toldQuantities, :providers, :receipts,
                                :reasons, :takenItems, :takenUnits, :takenQuantities, :byPartner, :versions)
                            as row (id, family_id, area_code, quantity, state, told_day, told_quantity, provider_id, receipt, reason,
                                taken_item, taken_unit, taken_quantity, by_partner, version)
                        where d.id = row.id"""), deliveries).execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, List<? extends Delivery> all) {
        return statement
                .bindArray("ids", UUID.class, column(all, one -> one.slot().id()))
                .bindArray(
                        "families",
                        UUID.class,
                        column(all, one -> one.slot().home().familyId()))
                .bindArray(
                        "areas",
                        String.class,
                        column(all, one -> one.slot().home().area().value()))
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        column(all, one -> one.slot().amount().quantity()))
                .bindArray(
                        "states",
                        String.class,
                        column(all, one -> DeliveryEvent.State.of(one).name()))
                .bindArray("toldDays", LocalDate.class, told(all, Report::day))
                .bindArray("toldQuantities", BigDecimal.class, told(all, Report::quantity))
                .bindArray("providers", UUID.class, told(all, Report::provider))
                .bindArray("receipts", String.class, told(all, Report::receipt))
                .bindArray("reasons", String.class, told(all, report -> name(report.reason())))
                .bindArray("takenItems", String.class, taken(all, Report.Taken::item))
                .bindArray(
                        "takenUnits",
                        String.class,
                        taken(all, taken -> taken.unit().name()))
                .bindArray("takenQuantities", BigDecimal.class, taken(all, Report.Taken::quantity))
                .bindArray(
                        "byPartner",
                        Boolean.class,
                        column(
                                all,
                                one -> one instanceof Delivery.Told told
                                        && told.report().byPartner()))
                .bindArray("versions", Long.class, column(all, Delivery::version));
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        Delivery.Slot slot = slot(row);
        long version = row.getLong("version");
        return switch (DeliveryEvent.State.valueOf(row.getString("state"))) {
            case PLANNED -> new Delivery.Planned(slot, version);
            case CANCELLED -> new Delivery.Cancelled(slot, version);
            case DELIVERED, MISSED, REFUSED -> Delivery.told(slot, Reports.report(row), version);
        };
    }

    private static Delivery.Slot slot(ResultSet row) throws SQLException {
        UUID child = row.getObject("child_id", UUID.class);
        return new Delivery.Slot(
                row.getObject("id", UUID.class),
                provision(row),
                child == null
                        ? Beneficiary.Ref.pregnancy(row.getObject("pregnancy_id", UUID.class))
                        : Beneficiary.Ref.child(child),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                Item.Kind.valueOf(row.getString("item")),
                row.getBoolean("planned"),
                requireNonNull(row.getObject("day", LocalDate.class)),
                new Delivery.Amount(row.getBigDecimal("quantity"), Delivery.Unit.valueOf(row.getString("unit"))));
    }

    private static Provision provision(ResultSet row) throws SQLException {
        UUID placement = row.getObject("placement_id", UUID.class);
        return placement == null
                ? new Provision.Enrolment(
                        row.getObject("enrolment_id", UUID.class), row.getObject("programme_id", UUID.class))
                : new Provision.Placement(placement);
    }

    static @Nullable UUID placement(Delivery.Slot slot) {
        return slot.provision() instanceof Provision.Placement placement ? placement.id() : null;
    }

    static @Nullable UUID enrolment(Delivery.Slot slot, Function<Provision.Enrolment, UUID> which) {
        return slot.provision() instanceof Provision.Enrolment enrolment ? which.apply(enrolment) : null;
    }

    private static @Nullable UUID id(Delivery one, Beneficiary.Kind kind) {
        return one.slot().of().kind() == kind ? one.slot().of().id() : null;
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable Object[] taken(
            List<? extends Delivery> all, Function<Report.Taken, @Nullable Object> field) {
        return told(all, report -> report.taken() == null ? null : field.apply(report.taken()));
    }

    private static @Nullable Object[] told(List<? extends Delivery> all, Function<Report, @Nullable Object> field) {
        return column(all, one -> one instanceof Delivery.Told told ? field.apply(told.report()) : null);
    }

    private static @Nullable Object[] column(List<? extends Delivery> all, Function<Delivery, @Nullable Object> field) {
        List<@Nullable Object> values = new ArrayList<>();
        all.forEach(one -> values.add(field.apply(one)));
        return values.toArray();
    }
}
