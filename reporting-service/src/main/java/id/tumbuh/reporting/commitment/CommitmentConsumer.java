package id.tumbuh.reporting.commitment;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.told.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the newest state of each commitment, and counts what is due and kept by month. */
@ApplicationScoped
public class CommitmentConsumer implements EventConsumer {
    public static final String GROUP = "reporting.commitments";

    private final Progress progress;

    CommitmentConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of every event of a commitment that is kept. */
    record CommitmentState(
            UUID commitmentId,
            UUID rembukId,
            String areaCode,
            String partyKind,
            BigDecimal quantity,
            LocalDate dueOn,
            String state,
            @Nullable LocalDate keptOn) {}

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of("intervention.commitments");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        List<Told<CommitmentState>> newest = Told.newest(events, CommitmentState.class, CommitmentState::commitmentId);
        if (!newest.isEmpty()) {
            MonthCounters.takeTurns(tx.sql());
            List<UUID> ids =
                    newest.stream().map(told -> told.state().commitmentId()).toList();
            MonthCounters counters = new MonthCounters();
            Commitments.of(tx.sql(), ids).forEach(one -> one.count(counters, -1));
            Commitments.store(tx.sql(), newest);
            Commitments.of(tx.sql(), ids).forEach(one -> one.count(counters, 1));
            counters.write(tx);
        }
        progress.include(tx, GROUP, events);
    }
}
