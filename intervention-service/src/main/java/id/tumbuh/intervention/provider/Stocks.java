package id.tumbuh.intervention.provider;

import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The movements of the database; one statement for each batch. */
public final class Stocks {
    private Stocks() {}

    /**
     * What the providers have. Whoever opens the same shelves waits until the transaction ends, so that two can't take the last of
     * something. A scope that does not cover a provider sees none of its stock.
     */
    public static Ledger open(Handle sql, Collection<UUID> providers) {
        Map<Movement.Shelf, BigDecimal> balances = new HashMap<>();
        providers.stream().distinct().sorted().forEach(provider -> lock(sql, provider));
        if (!providers.isEmpty()) {
            sql.createQuery("""
                            select provider_id, item, unit, sum(quantity) as quantity from stock_movement
                            where provider_id = any(:providers) group by provider_id, item, unit""")
                    .bindArray("providers", UUID.class, providers.toArray())
                    .map((row, _) -> Map.entry(shelf(row), row.getBigDecimal("quantity")))
                    .forEach(entry -> balances.put(entry.getKey(), entry.getValue()));
        }
        return new Ledger(balances);
    }

    public static void insert(Handle sql, List<Movement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        insert into stock_movement (id, provider_id, area_code, item, unit, quantity, day, delivery_id)
                        select * from unnest(:ids, :providers, :areas, :items, :units, :quantities, :days, :deliveries)""")
                .bindArray("ids", UUID.class, column(movements, Movement::id))
                .bindArray(
                        "providers",
                        UUID.class,
                        column(movements, one -> one.shelf().provider()))
                .bindArray(
                        "areas",
                        String.class,
                        column(movements, one -> one.area().value()))
                .bindArray(
                        "items",
                        String.class,
                        column(movements, one -> one.shelf().item()))
                .bindArray(
                        "units",
                        String.class,
                        column(movements, one -> one.shelf().unit().name()))
                .bindArray("quantities", BigDecimal.class, column(movements, Movement::quantity))
                .bindArray("days", LocalDate.class, column(movements, Movement::day))
                .bindArray("deliveries", UUID.class, column(movements, Movement::delivery))
                .execute();
    }

    static Map<UUID, Movement> known(Handle sql, Collection<UUID> ids) {
        Map<UUID, Movement> known = new HashMap<>();
        sql.createQuery("select * from stock_movement where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> movement(row))
                .forEach(one -> known.put(one.id(), one));
        return known;
    }

    static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                row.getObject("id", UUID.class),
                shelf(row),
                new AreaCode(row.getString("area_code")),
                row.getBigDecimal("quantity"),
                row.getObject("day", LocalDate.class),
                row.getObject("delivery_id", UUID.class));
    }

    private static Movement.Shelf shelf(ResultSet row) throws SQLException {
        return new Movement.Shelf(
                row.getObject("provider_id", UUID.class),
                row.getString("item"),
                Movement.Unit.valueOf(row.getString("unit")));
    }

    private static void lock(Handle sql, UUID provider) {
        sql.createQuery("select 1 from pg_advisory_xact_lock(hashtextextended('stock/' || cast(:provider as text), 0))")
                .bind("provider", provider)
                .mapTo(Integer.class)
                .one();
    }

    private static @Nullable Object[] column(List<Movement> rows, Function<Movement, @Nullable Object> field) {
        return rows.stream().map(field).toArray();
    }
}
