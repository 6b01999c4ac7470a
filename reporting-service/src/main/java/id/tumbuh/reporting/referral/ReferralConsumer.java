package id.tumbuh.reporting.referral;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.told.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the newest state of each referral. */
@ApplicationScoped
public class ReferralConsumer implements EventConsumer {
    public static final String GROUP = "reporting.referrals";

    private final Progress progress;

    ReferralConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of every event of a referral that is kept. */
    record ReferralState(
            UUID referralId,
            UUID familyId,
            @Nullable UUID childId,
            String areaCode,
            String field,
            String state,
            @Nullable String stage,
            @Nullable LocalDate dueOn) {
        Stream<UUID> persons() {
            return Stream.of(childId, familyId).filter(Objects::nonNull);
        }
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of("intervention.referrals");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        List<Told<ReferralState>> newest = Told.newest(events, ReferralState.class, ReferralState::referralId);
        Set<UUID> erased = ErasedPersons.among(
                tx.sql(),
                newest.stream().flatMap(told -> told.state().persons()).collect(Collectors.toSet()));
        List<Told<ReferralState>> kept = newest.stream()
                .filter(told -> told.state().persons().noneMatch(erased::contains))
                .toList();
        if (!kept.isEmpty()) {
            Referrals.store(tx.sql(), kept);
        }
        progress.include(tx, GROUP, events);
    }
}
