package id.tumbuh.intervention.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in menus and reads them. */
@ApplicationScoped
class PlanMenus {
    private static final TypeReference<List<Menu.Dish>> DISHES = new TypeReference<>() {};

    private final Database database;
    private final ObjectMapper json;

    PlanMenus(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Sent again with the same content it is the same menu; other content needs the version that it changes. */
    Registering<Menu> plan(Actor actor, UUID providerId, Menu sent, @Nullable Long expected) {
        return database.write(actor.scope(), tx -> {
            Optional<Provider> provider = Providers.lock(tx.sql(), providerId);
            if (provider.isEmpty()) {
                return new Registering.Unknown<>(InterventionProblem.PROVIDER_UNKNOWN);
            }
            List<Menu> stands = read(tx, providerId, sent.day());
            if (!stands.isEmpty() && stands.getFirst().sameAs(sent)) {
                return new Registering.Unchanged<>(stands.getFirst());
            }
            long before = stands.isEmpty() ? 0 : stands.getFirst().version();
            if (expected == null && before > 0) {
                return new Registering.Taken<>();
            }
            if (expected != null && expected != before) {
                return new Registering.Stale<>();
            }
            Menu menu = new Menu(sent.day(), sent.fullMeal(), sent.dishes(), before + 1);
            store(tx, provider.get(), menu);
            tx.audit(actor.did(
                    "PLAN_MENU", "provider", providerId, provider.get().area().value()));
            return before == 0 ? new Registering.Created<>(menu) : new Registering.Changed<>(menu);
        });
    }

    /** Nothing when there is no such provider. */
    Optional<List<Menu>> between(Scope scope, UUID provider, LocalDate from, LocalDate to) {
        return database.read(
                scope,
                sql -> Providers.find(sql, provider)
                        .map(_ -> sql.createQuery("""
                                select * from menu where provider_id = :provider and day between :from and :to order by day""")
                                .bind("provider", provider)
                                .bind("from", from)
                                .bind("to", to)
                                .map((row, _) -> menu(row))
                                .list()));
    }

    private List<Menu> read(Transaction tx, UUID provider, LocalDate day) {
        return tx.sql()
                .createQuery("select * from menu where provider_id = :provider and day = :day for update")
                .bind("provider", provider)
                .bind("day", day)
                .map((row, _) -> menu(row))
                .list();
    }

    private void store(Transaction tx, Provider provider, Menu menu) {
        tx.sql()
                .createUpdate("""
                        insert into menu (provider_id, day, area_code, full_meal, dishes, version)
                        values (:provider, :day, :area, :full, cast(:dishes as jsonb), :version)
                        on conflict on constraint menu_pk do update
                        set full_meal = excluded.full_meal, dishes = excluded.dishes, version = excluded.version""")
                .bind("provider", provider.id())
                .bind("day", menu.day())
                .bind("area", provider.area().value())
                .bind("full", menu.fullMeal())
                .bind("dishes", written(menu.dishes()))
                .bind("version", menu.version())
                .execute();
    }

    private Menu menu(ResultSet row) throws SQLException {
        try {
            return new Menu(
                    row.getObject("day", LocalDate.class),
                    row.getBoolean("full_meal"),
                    json.readValue(row.getString("dishes"), DISHES),
                    row.getLong("version"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored menu can't be read", broken);
        }
    }

    private String written(List<Menu.Dish> dishes) {
        try {
            return json.writeValueAsString(dishes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a menu can't be written", impossible);
        }
    }
}
