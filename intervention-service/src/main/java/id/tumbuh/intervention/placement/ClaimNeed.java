package id.tumbuh.intervention.placement;

import id.tumbuh.platform.access.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a need for a sponsor. Of any number who want the same need at once one gets it: the database's unique index decides, not a
 * look beforehand.
 *
 * <p>Most of what a claim costs is its transaction. Those that come from one caller while another of theirs is being decided wait for it, and
 * whoever is next decides all that wait in one transaction: each is answered as it would be alone, and durable before it is answered.
 */
@ApplicationScoped
public class ClaimNeed {
    /** Callers share them by chance; more would only mean more transactions at a time than there are connections. */
    private static final int QUEUES = 16;

    private static final int TOGETHER_AT_MOST = 100;

    private final ClaimMany claims;
    private final List<Waiting> waiting =
            IntStream.range(0, QUEUES).mapToObj(_ -> new Waiting()).toList();

    ClaimNeed(ClaimMany claims) {
        this.claims = claims;
    }

    /**
     * Who wants which need.
     *
     * @param id made by who claims, so that a claim sent again is the same claim
     */
    public record Claim(UUID id, UUID needId, UUID sponsorId) {}

    /** Those who wait, and the lock of who decides for them. */
    private record Waiting(ReentrantLock deciding, Queue<Asked> asked) {
        Waiting() {
            this(new ReentrantLock(), new ConcurrentLinkedQueue<>());
        }
    }

    /** A claim and, once that is known, what became of it. Written and read by whoever has the lock. */
    private static final class Asked {
        private final Actor actor;
        private final Claim claim;
        private @Nullable Placing placing;

        private Asked(Actor actor, Claim claim) {
            this.actor = actor;
            this.claim = claim;
        }
    }

    public Placing claim(Actor actor, Claim claim, Instant now) {
        Asked mine = new Asked(actor, claim);
        Waiting queue = waiting.get(Math.floorMod(actor.hashCode(), QUEUES));
        queue.asked().add(mine);
        queue.deciding().lock();
        try {
            Placing decided = mine.placing;
            return decided != null ? decided : decide(queue, mine, now);
        } finally {
            queue.asked().remove(mine); // when it failed, nobody is to decide it any more
            queue.deciding().unlock();
        }
    }

    private Placing decide(Waiting queue, Asked mine, Instant now) {
        List<Asked> together = new ArrayList<>(List.of(mine));
        for (Asked other : queue.asked()) {
            if (other != mine
                    && other.placing == null
                    && other.actor.equals(mine.actor)
                    && together.size() < TOGETHER_AT_MOST) {
                together.add(other);
            }
        }
        try {
            List<Placing> placings = claims.claim(
                    mine.actor, together.stream().map(it -> it.claim).toList(), now);
            for (int i = 0; i < together.size(); i++) {
                together.get(i).placing = placings.get(i);
            }
            return placings.getFirst();
        } catch (RuntimeException failure) {
            if (together.size() == 1) {
                throw failure;
            }
            // It may be another's fault; the others are decided when those who wait for them come to it.
            return claims.claim(mine.actor, List.of(mine.claim), now).getFirst();
        }
    }

    /** When it happens and what holds then. */
    record Moment(Instant now, LocalDate today, PlacementRules rules) {}

    static Placing madeBefore(Placement before, Claim claim) {
        Placement.Pair pair = before.pair();
        return pair.needId().equals(claim.needId()) && pair.sponsorId().equals(claim.sponsorId())
                ? new Placing.Unchanged(before)
                : new Placing.IdTaken();
    }
}
