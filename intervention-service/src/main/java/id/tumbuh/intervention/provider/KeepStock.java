package id.tumbuh.intervention.provider;

import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes in what came into a kitchen and went out, and says what is left. */
@ApplicationScoped
class KeepStock {
    private final Database database;

    KeepStock(Database database) {
        this.database = database;
    }

    /** What became of one movement. */
    enum Moved {
        CREATED,
        UNCHANGED,
        CONFLICT,
        SHORT
    }

    /** What is left of something. */
    @Schema(name = "StockBalance")
    record Balance(String item, Movement.Unit unit, BigDecimal in, BigDecimal out, BigDecimal left, LocalDate lastDay) {
        static final String EXAMPLE = """
                {"item": "EGG", "unit": "PIECE", "in": 300, "out": 45, "left": 255, "lastDay": "2026-08-21"}""";
    }

    /** In the order sent; nothing when there is no such provider among the caller's own. */
    Optional<List<Moved>> move(Actor actor, UUID providerId, List<MovementForm> sent) {
        return database.write(actor.scope(), tx -> {
            Optional<Provider> provider = Providers.lock(tx.sql(), providerId);
            if (provider.isEmpty()) {
                return Optional.empty();
            }
            Ledger ledger = Stocks.open(tx.sql(), List.of(providerId));
            List<Movement> movements =
                    sent.stream().map(form -> form.movement(provider.get())).toList();
            Map<UUID, Movement> known = new HashMap<>(
                    Stocks.known(tx.sql(), movements.stream().map(Movement::id).toList()));
            List<Moved> outcomes = new ArrayList<>();
            movements.forEach(one -> outcomes.add(move(one, known, ledger)));
            Stocks.insert(tx.sql(), ledger.moved());
            if (!ledger.moved().isEmpty()) {
                tx.audit(actor.did(
                        "MOVE_STOCK",
                        "provider",
                        providerId,
                        provider.get().area().value()));
            }
            return Optional.of(outcomes);
        });
    }

    /** Nothing when there is no such provider among the caller's own. */
    Optional<List<Balance>> balances(Scope scope, UUID providerId) {
        return database.read(
                scope,
                sql -> Providers.find(sql, providerId)
                        .filter(provider -> scope.allows(provider.area()))
                        .map(_ -> sql.createQuery("""
                                select item, unit, sum(greatest(quantity, 0)) as came, sum(greatest(-quantity, 0)) as went,
                                    sum(quantity) as rest, max(day) as last_day
                                from stock_movement where provider_id = :provider group by item, unit order by item, unit""")
                                .bind("provider", providerId)
                                .map((row, _) -> new Balance(
                                        row.getString("item"),
                                        Movement.Unit.valueOf(row.getString("unit")),
                                        row.getBigDecimal("came"),
                                        row.getBigDecimal("went"),
                                        row.getBigDecimal("rest"),
                                        row.getObject("last_day", LocalDate.class)))
                                .list()));
    }

    private static Moved move(Movement one, Map<UUID, Movement> known, Ledger ledger) {
        Movement before = known.get(one.id());
        if (before != null) {
            return before.equals(one) ? Moved.UNCHANGED : Moved.CONFLICT;
        }
        if (!ledger.move(List.of(one))) {
            return Moved.SHORT;
        }
        known.put(one.id(), one);
        return Moved.CREATED;
    }
}
