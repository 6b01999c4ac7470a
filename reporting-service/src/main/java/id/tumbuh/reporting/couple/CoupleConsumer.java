package id.tumbuh.reporting.couple;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.couple.CoupleHistories.Cared;
import id.tumbuh.reporting.couple.CoupleHistories.Checked;
import id.tumbuh.reporting.couple.CoupleHistories.Told;
import id.tumbuh.reporting.monthly.Days;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts couples who plan to marry, those in the care of a team and those whose health was checked, at the end of each month. */
@ApplicationScoped
public class CoupleConsumer implements EventConsumer {
    public static final String GROUP = "reporting.couples";

    private static final String COUPLES = "registry.couples";
    private static final String COMPANIONS = "registry.companions";
    private static final String CHECKS = "measurement.couple-checks";

    private final Progress progress;

    CoupleConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of every event of a couple that counting needs: none of the two. */
    record CoupleState(
            UUID coupleId,
            UUID familyId,
            String areaCode,
            LocalDate registeredOn,
            @Nullable LocalDate endedOn,
            @Nullable UUID mergedInto) {}

    /** The part of assignments and visits; only an assignment has the day it began. */
    record CompanionState(
            @Nullable UUID assignmentId,
            @Nullable UUID visitId,
            String targetKind,
            UUID targetId,
            UUID familyId,
            String areaCode,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate releasedOn) {}

    /** The part of every event of a check: nothing of what was found. */
    record CheckState(UUID checkId, UUID coupleId, String areaCode, LocalDate checkedOn, boolean voided) {}

    /** The newest of each that a batch told. */
    private record Batch(Map<UUID, Told> couples, Map<UUID, Cared> care, Map<UUID, Checked> checks) {
        boolean isEmpty() {
            return couples.isEmpty() && care.isEmpty() && checks.isEmpty();
        }

        Set<UUID> concerned() {
            Set<UUID> concerned = new HashSet<>(couples.keySet());
            care.values().forEach(one -> concerned.add(one.coupleId()));
            checks.values().forEach(one -> concerned.add(one.coupleId()));
            return concerned;
        }

        Set<UUID> persons() {
            Set<UUID> persons = concerned();
            couples.values().forEach(one -> persons.add(one.familyId()));
            care.values().forEach(one -> persons.add(one.familyId()));
            return persons;
        }

        void forget(Set<UUID> erased) {
            couples.values().removeIf(one -> erased.contains(one.coupleId()) || erased.contains(one.familyId()));
            care.values().removeIf(one -> erased.contains(one.coupleId()) || erased.contains(one.familyId()));
            checks.values().removeIf(one -> erased.contains(one.coupleId()));
        }
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of(COUPLES, COMPANIONS, CHECKS);
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Batch batch = new Batch(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                take(event, batch);
            }
        }
        if (!batch.isEmpty()) {
            batch.forget(ErasedPersons.among(tx.sql(), batch.persons()));
            store(tx, batch);
        }
        progress.include(tx, GROUP, events);
    }

    private static void take(ReceivedEvent event, Batch batch) {
        switch (event.topic()) {
            case COUPLES -> {
                Told one = couple(event);
                batch.couples()
                        .merge(one.coupleId(), one, (held, told) -> held.version() >= told.version() ? held : told);
            }
            case CHECKS -> {
                Checked one = check(event);
                batch.checks()
                        .merge(one.checkId(), one, (held, told) -> held.version() >= told.version() ? held : told);
            }
            default -> takeCare(event, batch);
        }
    }

    /** Families and pregnant women have companions of their own; a visit is none. */
    private static void takeCare(ReceivedEvent event, Batch batch) {
        CompanionState one = event.read(CompanionState.class);
        UUID assignment = one.assignmentId();
        LocalDate assignedOn = one.assignedOn();
        if (assignment != null
                && assignedOn != null
                && one.visitId() == null
                && one.targetKind().equals("COUPLE")) {
            batch.care()
                    .merge(
                            assignment,
                            new Cared(
                                    assignment,
                                    event.sequence(),
                                    one.targetId(),
                                    one.familyId(),
                                    one.areaCode(),
                                    new Days(assignedOn, one.releasedOn())),
                            (held, told) -> held.version() >= told.version() ? held : told);
        }
    }

    private static Told couple(ReceivedEvent event) {
        CoupleState one = event.read(CoupleState.class);
        return new Told(
                one.coupleId(),
                event.sequence(),
                one.familyId(),
                one.areaCode(),
                one.mergedInto() == null,
                new Days(one.registeredOn(), one.endedOn()));
    }

    private static Checked check(ReceivedEvent event) {
        CheckState one = event.read(CheckState.class);
        return new Checked(
                one.checkId(), event.sequence(), one.coupleId(), one.areaCode(), one.checkedOn(), one.voided());
    }

    /** The histories of all whom it may concern leave the counters and come back as they are then. */
    private static void store(Transaction tx, Batch batch) {
        MonthCounters.takeTurns(tx.sql());
        Set<UUID> concerned = batch.concerned();
        concerned.addAll(CoupleHistories.couplesOf(
                tx.sql(), batch.care().keySet(), batch.checks().keySet()));
        MonthCounters counters = new MonthCounters();
        count(tx, concerned, counters, -1);
        CoupleHistories.storeCouples(tx.sql(), batch.couples().values());
        CoupleHistories.storeCare(tx.sql(), batch.care().values());
        CoupleHistories.storeChecks(tx.sql(), batch.checks().values());
        count(tx, concerned, counters, 1);
        counters.write(tx);
    }

    private static void count(Transaction tx, Collection<UUID> couples, MonthCounters counters, int direction) {
        CoupleHistories.read(tx.sql(), couples).forEach(history -> history.count(counters, direction));
    }
}
