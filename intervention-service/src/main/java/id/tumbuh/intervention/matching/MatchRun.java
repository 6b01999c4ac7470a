package id.tumbuh.intervention.matching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search for a plan, as it stands.
 *
 * @param placed how many the best plan so far helps
 */
record MatchRun(UUID id, String area, State state, int seconds, Size size, int placed, Marks marks, Times times) {

    /** The names stand in answers: never renamed. */
    enum State {
        RUNNING,
        /** Its time was over, or nothing better came. */
        DONE,
        /** Somebody stopped it; its best plan stands. */
        STOPPED,
        /** The service ended under it; nothing was proposed. */
        FAILED
    }

    /**
     * What it looks at.
     *
     * @param places how many can be helped at most
     */
    record Size(int needs, int sponsors, int places) {}

    /**
     * How good it is, in points of the rule.
     *
     * @param score of the best plan so far
     * @param bound what no plan can exceed
     */
    record Marks(@Nullable Long score, @Nullable Long bound, int ruleVersion) {}

    /** When. */
    record Times(Instant startedAt, @Nullable Instant endedAt) {}
}
