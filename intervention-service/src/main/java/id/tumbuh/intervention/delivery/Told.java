package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.intervention.provider.Movement;
import id.tumbuh.platform.http.CommonProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The deliveries of a batch while reports are told of them, one after the other. */
final class Told {
    private final Map<UUID, Delivery> known;
    private final Map<UUID, List<Report>> before;
    private final Kitchens kitchens;
    private final LocalDate today;
    private final Map<UUID, Reporting.Invalid> wrong = new HashMap<>();
    private final Set<UUID> room = new HashSet<>();
    private final Map<UUID, Delivery> latest = new LinkedHashMap<>();
    private final List<Reports.Made> made = new ArrayList<>();

    Told(Map<UUID, Delivery> known, Map<UUID, List<Report>> before, Kitchens kitchens, LocalDate today) {
        this.known = new HashMap<>(known);
        this.before = new HashMap<>(before);
        this.kitchens = kitchens;
        this.today = today;
    }

    /**
     * A row for each delivery that nobody planned, before anything is told of it: an id that is somebody else's shows at once. Those
     * of which nothing is told in the end are removed again.
     */
    void makeRoom(Handle sql, List<Sent> all, Unplanned unplanned) {
        Map<UUID, Delivery> fresh = new LinkedHashMap<>();
        for (Sent sent : all) {
            if (!known.containsKey(sent.id()) && !fresh.containsKey(sent.id())) {
                switch (unplanned.of(sent)) {
                    case Unplanned.Made.Slot(var slot) -> fresh.put(sent.id(), new Delivery.Planned(slot, 0));
                    case Unplanned.Made.Invalid(var why) -> wrong.putIfAbsent(sent.id(), why);
                }
            }
        }
        for (UUID id : Deliveries.insert(sql, List.copyOf(fresh.values()))) {
            Delivery one = fresh.get(id);
            if (one != null) {
                known.put(id, one);
                room.add(id);
            }
        }
    }

    Reporting tell(Sent sent) {
        Delivery delivery = known.get(sent.id());
        Reporting.Invalid unmade = wrong.get(sent.id());
        if (delivery == null) {
            return unmade == null ? new Reporting.Conflict() : unmade;
        }
        if (sent.report().day().isAfter(today)) {
            return new Reporting.Invalid("/day", CommonProblem.OUT_OF_RANGE);
        }
        if (isOfAnother(sent, delivery.slot())) {
            return new Reporting.Conflict();
        }
        Optional<Reporting.Invalid> fault = kitchens.fault(sent.report());
        return fault.isPresent() ? fault.get() : tell(sent, delivery);
    }

    private Reporting tell(Sent sent, Delivery delivery) {
        List<Report> earlier = before.getOrDefault(sent.id(), List.of());
        return switch (Telling.of(delivery, sent.report(), sent.correction(), earlier)) {
            case Telling.Unchanged() -> new Reporting.Unchanged();
            case Telling.Conflict() -> new Reporting.Conflict();
            case Telling.Cancelled() -> new Reporting.Invalid("/id", InterventionProblem.DELIVERY_CANCELLED);
            case Telling.Changed(var told, var gaveWay) -> {
                Optional<Reporting.Invalid> fault = kitchens.move(told, gaveWay);
                if (fault.isPresent()) {
                    yield fault.get();
                }
                keep(new Reports.Made(told, sent.correction()));
                yield new Reporting.Kept();
            }
        };
    }

    private void keep(Reports.Made one) {
        UUID id = one.delivery().slot().id();
        made.add(one);
        known.put(id, one.delivery());
        latest.put(id, one.delivery());
        before.computeIfAbsent(id, _ -> new ArrayList<>()).add(one.delivery().report());
    }

    List<Delivery> latest() {
        return List.copyOf(latest.values());
    }

    List<Reports.Made> made() {
        return List.copyOf(made);
    }

    List<Movement> moved() {
        return kitchens.moved();
    }

    void removeUntold(Handle sql) {
        Set<UUID> untold = new HashSet<>(room);
        untold.removeAll(latest.keySet());
        if (!untold.isEmpty()) {
            sql.createUpdate("delete from delivery where id = any(:ids)")
                    .bindArray("ids", UUID.class, untold.toArray())
                    .execute();
        }
    }

    private static boolean isOfAnother(Sent sent, Delivery.Slot slot) {
        return (sent.provisionId() != null
                        && !sent.provisionId().equals(slot.provision().id()))
                || (sent.item() != null && sent.item() != slot.item());
    }
}
