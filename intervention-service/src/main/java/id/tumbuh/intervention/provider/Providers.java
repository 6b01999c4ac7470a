package id.tumbuh.intervention.provider;

import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The providers of the database. */
public final class Providers {
    private Providers() {}

    /** Where each of those that the scope shows belongs; others are left out. */
    public static Map<UUID, AreaCode> areas(Handle sql, Collection<UUID> ids) {
        Map<UUID, AreaCode> areas = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.createQuery("select id, area_code from provider where id = any(:ids)")
                    .bindArray("ids", UUID.class, ids.toArray())
                    .map((row, _) ->
                            Map.entry(row.getObject("id", UUID.class), new AreaCode(row.getString("area_code"))))
                    .forEach(entry -> areas.put(entry.getKey(), entry.getValue()));
        }
        return areas;
    }

    static Optional<Provider> find(Handle sql, UUID id) {
        return sql.createQuery("select * from provider where id = :id")
                .bind("id", id)
                .map((row, _) -> provider(row))
                .findOne();
    }

    /** Only one of the caller's own areas can be locked. */
    static Optional<Provider> lock(Handle sql, UUID id) {
        return sql.createQuery("select * from provider where id = :id for update")
                .bind("id", id)
                .map((row, _) -> provider(row))
                .findOne();
    }

    /** Returns whether it was new. */
    static boolean insert(Handle sql, Provider provider) {
        return bound(sql.createUpdate("""
                        insert into provider (id, kind, name, area_code, meals_per_day, active, version)
                        values (:id, :kind, :name, :area, :meals, :active, :version) on conflict do nothing"""), provider).execute() == 1;
    }

    static void update(Handle sql, Provider provider) {
        bound(sql.createUpdate("""
                        update provider set kind = :kind, name = :name, area_code = :area, meals_per_day = :meals,
                            active = :active, version = :version
                        where id = :id"""), provider).execute();
        for (String table : List.of("menu", "stock_movement")) { // what a provider has goes where it goes
            sql.createUpdate(
                            "update " + table + " set area_code = :area where provider_id = :id and area_code <> :area")
                    .bind("area", provider.area().value())
                    .bind("id", provider.id())
                    .execute();
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Provider provider) {
        Provider.Facts facts = provider.facts();
        return statement
                .bind("id", provider.id())
                .bind("kind", facts.kind().name())
                .bind("name", facts.name())
                .bind("area", facts.area().value())
                .bind("meals", facts.mealsPerDay())
                .bind("active", facts.active())
                .bind("version", provider.version());
    }

    static Provider provider(ResultSet row) throws SQLException {
        return new Provider(
                row.getObject("id", UUID.class),
                new Provider.Facts(
                        Provider.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        new AreaCode(row.getString("area_code")),
                        row.getInt("meals_per_day"),
                        row.getBoolean("active")),
                row.getLong("version"));
    }
}
