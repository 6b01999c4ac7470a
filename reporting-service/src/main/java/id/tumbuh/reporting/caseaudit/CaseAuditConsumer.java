package id.tumbuh.reporting.caseaudit;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.told.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the newest state of each case and the days of its stages. What is erased stays away, whatever comes after it. */
@ApplicationScoped
public class CaseAuditConsumer implements EventConsumer {
    public static final String GROUP = "reporting.case-audits";

    private static final String REMINDED = "id.tumbuh.intervention.case-audit-reminded.v1";

    private final Progress progress;

    CaseAuditConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of every event of a case that is kept. */
    record CaseAuditState(
            UUID caseAuditId,
            UUID roundId,
            String number,
            String group,
            String areaCode,
            String stage,
            LocalDate reachedOn,
            int followUps,
            int openFollowUps,
            @Nullable String outcome) {}

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of("intervention.case-audits");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        List<ReceivedEvent> cases =
                events.stream().filter(event -> !event.type().equals(REMINDED)).toList();
        List<Told<CaseAuditState>> every = cases.stream()
                .filter(event -> !event.isTombstone())
                .map(event -> new Told<>(event.read(CaseAuditState.class), event.sequence()))
                .toList();
        Map<UUID, Long> erased = new TreeMap<>();
        cases.stream()
                .filter(ReceivedEvent::isTombstone)
                .forEach(event -> erased.merge(UUID.fromString(event.key()), event.sequence(), Math::max));
        if (!cases.isEmpty()) {
            MonthCounters.takeTurns(tx.sql());
            List<UUID> ids = Stream.concat(
                            every.stream().map(told -> told.state().caseAuditId()), erased.keySet().stream())
                    .distinct()
                    .toList();
            MonthCounters counters = new MonthCounters();
            StoredCaseAudits.histories(tx.sql(), ids).forEach(history -> history.count(counters, -1));
            StoredCaseAudits.erase(tx.sql(), erased);
            StoredCaseAudits.store(tx.sql(), Told.newest(cases, CaseAuditState.class, CaseAuditState::caseAuditId));
            StoredCaseAudits.storeSteps(tx.sql(), every);
            StoredCaseAudits.histories(tx.sql(), ids).forEach(history -> history.count(counters, 1));
            counters.write(tx);
        }
        progress.include(tx, GROUP, events);
    }
}
