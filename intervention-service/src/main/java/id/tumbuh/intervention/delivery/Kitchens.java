package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.intervention.provider.Ledger;
import id.tumbuh.intervention.provider.Movement;
import id.tumbuh.intervention.provider.Providers;
import id.tumbuh.intervention.provider.Stocks;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The providers that reports name, and what is taken from their stock for a delivery or put back when a report was wrong. */
final class Kitchens {
    private final Map<UUID, AreaCode> areas;
    private final Scope scope;
    private final Ledger ledger;

    private Kitchens(Map<UUID, AreaCode> areas, Scope scope, Ledger ledger) {
        this.areas = areas;
        this.scope = scope;
        this.ledger = ledger;
    }

    static Kitchens open(Handle sql, Scope scope, Collection<Sent> all, Collection<Delivery> known) {
        Set<UUID> named = new HashSet<>();
        Set<UUID> taken = new HashSet<>();
        all.forEach(sent -> note(sent.report(), named, taken));
        known.forEach(one -> {
            if (one instanceof Delivery.Told told) {
                note(told.report(), named, taken);
            }
        });
        Map<UUID, AreaCode> areas = Providers.areas(sql, named);
        taken.removeIf(id -> areas.get(id) == null || !scope.allows(areas.get(id)));
        return new Kitchens(areas, scope, Stocks.open(sql, taken));
    }

    /** What is wrong with what a report says of its provider. */
    Optional<Reporting.Invalid> fault(Report report) {
        if (report.provider() == null) {
            return Optional.empty();
        }
        AreaCode area = areas.get(report.provider());
        if (area == null) {
            return Optional.of(new Reporting.Invalid("/providerId", InterventionProblem.PROVIDER_UNKNOWN));
        }
        return report.taken() == null || scope.allows(area)
                ? Optional.empty()
                : Optional.of(new Reporting.Invalid("/taken", InterventionProblem.STOCK_FOREIGN));
    }

    /** Takes what the delivery was made of, and puts back what an earlier report of it had taken; both or nothing. */
    Optional<Reporting.Invalid> move(Delivery.Told told, @Nullable Report gaveWay) {
        List<Movement> together = new ArrayList<>();
        if (gaveWay != null && gaveWay.taken() != null) {
            if (fault(gaveWay).isPresent()) {
                return Optional.of(new Reporting.Invalid("/correction", InterventionProblem.STOCK_FOREIGN));
            }
            together.add(movement(told, gaveWay, "back"));
        }
        if (told.report().taken() != null) {
            together.add(movement(told, told.report(), "taken"));
        }
        return together.isEmpty() || ledger.move(together)
                ? Optional.empty()
                : Optional.of(new Reporting.Invalid("/taken/quantity", InterventionProblem.STOCK_SHORT));
    }

    List<Movement> moved() {
        return ledger.moved();
    }

    private Movement movement(Delivery.Told told, Report report, String way) {
        Report.Taken taken = report.taken();
        UUID provider = report.provider();
        if (taken == null || provider == null) {
            throw new IllegalStateException("nothing was taken");
        }
        UUID delivery = told.slot().id();
        UUID id = UUID.nameUUIDFromBytes(
                ("stock/" + delivery + "/" + told.version() + "/" + way).getBytes(StandardCharsets.UTF_8));
        BigDecimal quantity =
                way.equals("back") ? taken.quantity() : taken.quantity().negate();
        LocalDate day = told.report().day();
        AreaCode area = areas.get(provider);
        if (area == null) {
            throw new IllegalStateException("the provider is not known");
        }
        return new Movement(
                id, new Movement.Shelf(provider, taken.item(), taken.unit()), area, quantity, day, delivery);
    }

    private static void note(Report report, Set<UUID> named, Set<UUID> taken) {
        if (report.provider() != null) {
            named.add(report.provider());
            if (report.taken() != null) {
                taken.add(report.provider());
            }
        }
    }
}
