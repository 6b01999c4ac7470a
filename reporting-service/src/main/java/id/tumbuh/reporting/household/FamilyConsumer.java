package id.tumbuh.reporting.household;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.household.FamilyHistories.Accompanied;
import id.tumbuh.reporting.household.FamilyHistories.Told;
import id.tumbuh.reporting.household.FamilyHistories.Visited;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts families, those at risk and those in the care of a companion team, at the end of each month. */
@ApplicationScoped
public class FamilyConsumer implements EventConsumer {
    public static final String GROUP = "reporting.households";

    private static final String FAMILIES = "registry.families";
    private static final String COMPANIONS = "registry.companions";

    private final Progress progress;

    FamilyConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of every event of a family that counting needs. */
    record FamilyState(
            UUID familyId,
            String areaCode,
            boolean targeted,
            boolean atRisk,
            List<String> riskFactors,
            @Nullable UUID mergedInto) {}

    /** The part of assignments and visits; a visit of no assignment has none, and any visit a day. */
    record CompanionState(
            @Nullable UUID assignmentId,
            @Nullable UUID visitId,
            String targetKind,
            UUID familyId,
            String areaCode,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate releasedOn,
            @Nullable LocalDate visitedOn,
            @Nullable Boolean counts) {}

    private record Batch(
            Collection<Told> families, Collection<Accompanied> companionships, Collection<Visited> visits) {}

    private record FamilyMonth(UUID familyId, YearMonth month) {}

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of(FAMILIES, COMPANIONS);
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Collection<Told> families = newestFamilies(events);
        Collection<Accompanied> companionships = newestCompanionships(events);
        Collection<Visited> visits = visits(events);
        Set<UUID> concerned = families.stream().map(Told::familyId).collect(Collectors.toCollection(HashSet::new));
        companionships.forEach(one -> concerned.add(one.familyId()));
        visits.forEach(one -> concerned.add(one.familyId()));
        Set<UUID> erased = ErasedPersons.among(tx.sql(), concerned);
        families.removeIf(one -> erased.contains(one.familyId()));
        companionships.removeIf(one -> erased.contains(one.familyId()));
        visits.removeIf(one -> erased.contains(one.familyId()));
        if (!families.isEmpty() || !companionships.isEmpty() || !visits.isEmpty()) {
            store(tx, concerned, new Batch(families, companionships, visits));
        }
        progress.include(tx, GROUP, events);
    }

    /** The histories of all whom it may concern leave the counters and come back as they are then. */
    private static void store(Transaction tx, Set<UUID> concerned, Batch batch) {
        MonthCounters.takeTurns(tx.sql());
        concerned.addAll(FamilyHistories.familiesOf(
                tx.sql(),
                batch.companionships().stream().map(Accompanied::assignmentId).toList()));
        MonthCounters counters = new MonthCounters();
        FamilyHistories.read(tx.sql(), concerned).values().forEach(history -> history.count(counters, -1));
        FamilyHistories.storeFamilies(tx.sql(), batch.families());
        FamilyHistories.storeCompanionships(tx.sql(), batch.companionships());
        FamilyHistories.storeVisits(tx.sql(), batch.visits());
        FamilyHistories.read(tx.sql(), concerned).values().forEach(history -> history.count(counters, 1));
        counters.write(tx);
    }

    private static Collection<Told> newestFamilies(List<ReceivedEvent> events) {
        Map<FamilyMonth, Told> newest = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (event.topic().equals(FAMILIES) && !event.isTombstone()) {
                Told told = told(event);
                newest.merge(
                        new FamilyMonth(told.familyId(), told.month()),
                        told,
                        (one, other) -> one.version() >= other.version() ? one : other);
            }
        }
        return newest.values();
    }

    private static Told told(ReceivedEvent event) {
        FamilyState family = event.read(FamilyState.class);
        return new Told(
                family.familyId(),
                MonthCounters.of(event.time()),
                event.sequence(),
                new FamilyHistory.State(
                        family.areaCode(),
                        family.mergedInto() == null,
                        family.targeted(),
                        family.atRisk(),
                        Set.copyOf(family.riskFactors())));
    }

    /** Visits to a pregnant woman, a couple or a child are visits to their family. */
    private static Collection<Visited> visits(List<ReceivedEvent> events) {
        Map<UUID, Visited> visits = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (event.topic().equals(COMPANIONS) && !event.isTombstone()) {
                CompanionState one = event.read(CompanionState.class);
                UUID visit = one.visitId();
                LocalDate on = one.visitedOn();
                if (visit != null && on != null && Boolean.TRUE.equals(one.counts())) {
                    visits.put(visit, new Visited(visit, one.familyId(), one.areaCode(), YearMonth.from(on)));
                }
            }
        }
        return visits.values();
    }

    private static Collection<Accompanied> newestCompanionships(List<ReceivedEvent> events) {
        Map<UUID, Accompanied> newest = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (event.topic().equals(COMPANIONS) && !event.isTombstone()) {
                CompanionState one = event.read(CompanionState.class);
                UUID assignment = one.assignmentId();
                LocalDate assignedOn = one.assignedOn();
                // pregnant women and couples have companions of their own; a visit is of an assignment and not one
                if (assignment != null
                        && assignedOn != null
                        && one.visitId() == null
                        && one.targetKind().equals("FAMILY")) {
                    newest.merge(
                            assignment,
                            new Accompanied(
                                    assignment,
                                    event.sequence(),
                                    one.familyId(),
                                    one.areaCode(),
                                    new FamilyHistory.Companionship(assignedOn, one.releasedOn())),
                            (before, after) -> before.version() >= after.version() ? before : after);
                }
            }
        }
        return newest.values();
    }
}
