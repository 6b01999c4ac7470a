package id.tumbuh.reporting.couple;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.told.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What tells of a couple. */
    interface OfCouple {
        /** It, and whoever else it speaks of: if one of them is erased, it is not kept. */
        Stream<UUID> persons();
    }

    /** The part of every event of a couple that counting needs: none of the two. */
    record CoupleState(
            UUID coupleId,
            UUID familyId,
            String areaCode,
            LocalDate registeredOn,
            @Nullable LocalDate endedOn,
            @Nullable UUID mergedInto)
            implements OfCouple {
        @Override
        public Stream<UUID> persons() {
            return Stream.of(coupleId, familyId);
        }
    }

    /** The part of assignments and visits; only an assignment has the day it began. */
    record CompanionState(
            @Nullable UUID assignmentId,
            @Nullable UUID visitId,
            String targetKind,
            UUID targetId,
            UUID familyId,
            String areaCode,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate releasedOn)
            implements OfCouple {
        @Nullable
        UUID id() {
            return visitId == null ? assignmentId : visitId;
        }

        /** Families and pregnant women have companions of their own; a visit is none. */
        boolean isCareOfCouple() {
            return visitId == null && assignedOn != null && targetKind.equals("COUPLE");
        }

        @Override
        public Stream<UUID> persons() {
            return Stream.of(targetId, familyId);
        }
    }

    /** The part of every event of a check: nothing of what was found. */
    record CheckState(UUID checkId, UUID coupleId, String areaCode, LocalDate checkedOn, boolean voided)
            implements OfCouple {
        @Override
        public Stream<UUID> persons() {
            return Stream.of(coupleId);
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
        List<Told<CoupleState>> couples = Told.newest(of(COUPLES, events), CoupleState.class, CoupleState::coupleId);
        List<Told<CompanionState>> care =
                Told.newest(of(COMPANIONS, events), CompanionState.class, CompanionState::id).stream()
                        .filter(one -> one.state().isCareOfCouple())
                        .toList();
        List<Told<CheckState>> checks = Told.newest(of(CHECKS, events), CheckState.class, CheckState::checkId);
        Set<UUID> erased = ErasedPersons.among(
                tx.sql(),
                Stream.of(couples, care, checks)
                        .flatMap(List::stream)
                        .flatMap(one -> one.state().persons())
                        .collect(Collectors.toSet()));
        store(tx, without(erased, couples), without(erased, care), without(erased, checks));
        progress.include(tx, GROUP, events);
    }

    private static List<ReceivedEvent> of(String topic, List<ReceivedEvent> events) {
        return events.stream().filter(event -> event.topic().equals(topic)).toList();
    }

    private static <T extends OfCouple> List<Told<T>> without(Set<UUID> erased, List<Told<T>> told) {
        return told.stream()
                .filter(one -> one.state().persons().noneMatch(erased::contains))
                .toList();
    }

    /** The histories of all whom it may concern leave the counters and come back as they are then. */
    private static void store(
            Transaction tx,
            List<Told<CoupleState>> couples,
            List<Told<CompanionState>> care,
            List<Told<CheckState>> checks) {
        if (couples.isEmpty() && care.isEmpty() && checks.isEmpty()) {
            return;
        }
        MonthCounters.takeTurns(tx.sql());
        Set<UUID> concerned = new HashSet<>(CoupleHistories.couplesOf(tx.sql(), care, checks));
        couples.forEach(one -> concerned.add(one.state().coupleId()));
        care.forEach(one -> concerned.add(one.state().targetId()));
        checks.forEach(one -> concerned.add(one.state().coupleId()));
        MonthCounters counters = new MonthCounters();
        count(tx, concerned, counters, -1);
        CoupleHistories.storeCouples(tx.sql(), couples);
        CoupleHistories.storeCare(tx.sql(), care);
        CoupleHistories.storeChecks(tx.sql(), checks);
        count(tx, concerned, counters, 1);
        counters.write(tx);
    }

    private static void count(Transaction tx, Collection<UUID> couples, MonthCounters counters, int direction) {
        CoupleHistories.read(tx.sql(), couples).forEach(history -> history.count(counters, direction));
    }
}
