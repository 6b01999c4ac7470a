package id.tumbuh.reporting.support;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.monthly.Days;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.support.NeedHistories.Placed;
import id.tumbuh.reporting.support.NeedHistories.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts open needs and those without a sponsor at the end of each month. */
@ApplicationScoped
public class NeedConsumer implements EventConsumer {
    public static final String GROUP = "reporting.support";

    private static final String NEEDS = "intervention.needs";
    private static final String PLACEMENTS = "intervention.placements";
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final Progress progress;

    NeedConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of every event of a need that counting needs. */
    record NeedState(
            UUID needId,
            @Nullable UUID childId,
            @Nullable UUID pregnancyId,
            UUID familyId,
            String areaCode,
            LocalDate openedOn,
            @Nullable LocalDate closedOn) {}

    /** The part of every event of a placement. */
    record PlacementState(
            UUID placementId,
            UUID needId,
            @Nullable UUID childId,
            @Nullable UUID pregnancyId,
            UUID familyId,
            String areaCode,
            String state,
            @Nullable LocalDate from,
            @Nullable LocalDate endedOn) {}

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of(NEEDS, PLACEMENTS);
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Map<UUID, Told> needs = new HashMap<>();
        Map<UUID, Placed> placements = new HashMap<>();
        Set<UUID> persons = new HashSet<>();
        Map<UUID, Set<UUID>> of = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (event.isTombstone()) {
                continue;
            }
            if (event.topic().equals(NEEDS)) {
                NeedState need = event.read(NeedState.class);
                of.put(need.needId(), persons(need.childId(), need.pregnancyId(), need.familyId()));
                needs.merge(
                        need.needId(),
                        told(event, need),
                        (one, other) -> one.version() >= other.version() ? one : other);
            } else {
                PlacementState one = event.read(PlacementState.class);
                of.put(one.placementId(), persons(one.childId(), one.pregnancyId(), one.familyId()));
                placements.merge(
                        one.placementId(),
                        placed(event, one),
                        (before, after) -> before.version() >= after.version() ? before : after);
            }
        }
        of.values().forEach(persons::addAll);
        Set<UUID> erased = ErasedPersons.among(tx.sql(), persons);
        needs.keySet().removeIf(need -> isErased(of, need, erased));
        placements.keySet().removeIf(placement -> isErased(of, placement, erased));
        if (!needs.isEmpty() || !placements.isEmpty()) {
            store(tx, needs.values(), placements.values());
        }
        progress.include(tx, GROUP, events);
    }

    private static boolean isErased(Map<UUID, Set<UUID>> persons, UUID id, Set<UUID> erased) {
        return persons.getOrDefault(id, Set.of()).stream().anyMatch(erased::contains);
    }

    private static void store(Transaction tx, Collection<Told> needs, Collection<Placed> placements) {
        MonthCounters.takeTurns(tx.sql());
        Set<UUID> concerned = Stream.concat(
                        needs.stream().map(Told::needId), placements.stream().map(Placed::needId))
                .collect(Collectors.toSet());
        MonthCounters counters = new MonthCounters();
        NeedHistories.read(tx.sql(), concerned).forEach(history -> history.count(counters, -1));
        NeedHistories.storeNeeds(tx.sql(), needs);
        NeedHistories.storePlacements(tx.sql(), placements);
        NeedHistories.read(tx.sql(), concerned).forEach(history -> history.count(counters, 1));
        counters.write(tx);
    }

    private static Told told(ReceivedEvent event, NeedState need) {
        return new Told(
                need.needId(),
                event.sequence(),
                need.familyId(),
                need.childId(),
                need.pregnancyId(),
                need.areaCode(),
                new Days(need.openedOn(), need.closedOn()));
    }

    /** Who holds a need keeps others from it from that day on; a hold that came to nothing leaves no trace. */
    private static Placed placed(ReceivedEvent event, PlacementState one) {
        LocalDate from = one.state().equals("HELD") ? event.time().atZone(WIB).toLocalDate() : one.from();
        return new Placed(
                one.placementId(), event.sequence(), one.needId(), one.familyId(), one.areaCode(), from, one.endedOn());
    }

    private static Set<UUID> persons(@Nullable UUID child, @Nullable UUID pregnancy, UUID family) {
        Set<UUID> persons = new HashSet<>(Set.of(family));
        if (child != null) {
            persons.add(child);
        }
        if (pregnancy != null) {
            persons.add(pregnancy);
        }
        return persons;
    }
}
