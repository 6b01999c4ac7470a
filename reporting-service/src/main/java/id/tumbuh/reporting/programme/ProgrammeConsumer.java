package id.tumbuh.reporting.programme;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.told.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps the newest state of each programme, and counts its money by month. */
@ApplicationScoped
public class ProgrammeConsumer implements EventConsumer {
    public static final String GROUP = "reporting.programmes";

    private final Progress progress;
    private final StoredProgrammes stored;

    ProgrammeConsumer(Progress progress, StoredProgrammes stored) {
        this.progress = progress;
        this.stored = stored;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of("intervention.programmes");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        List<Told<ProgrammeState>> newest = Told.newest(events, ProgrammeState.class, ProgrammeState::programmeId);
        if (!newest.isEmpty()) {
            MonthCounters.takeTurns(tx.sql());
            List<UUID> ids =
                    newest.stream().map(told -> told.state().programmeId()).toList();
            MonthCounters counters = new MonthCounters();
            StoredProgrammes.money(tx.sql(), ids).forEach(money -> money.count(counters, -1));
            stored.store(tx.sql(), newest);
            StoredProgrammes.money(tx.sql(), ids).forEach(money -> money.count(counters, 1));
            counters.write(tx);
        }
        progress.include(tx, GROUP, events);
    }
}
