package id.tumbuh.intervention.need;

/** Why a need is as it is. The names stand in events: never renamed. */
public enum NeedReason {
    CHILD_STUNTED,
    SEVERITY_CHANGED,
    CHILD_MOVED,
    /** Measured again, or corrected, and not stunted. */
    NO_LONGER_STUNTED,
    /** The measurement it rested on was voided and no other is left. */
    MEASUREMENT_WITHDRAWN,
    /** Too old for the programme: outgrown, not met. */
    GREW_OUT,
    /** Died, left, or registered twice. */
    CHILD_INACTIVE,
    /** Found to be another child: what is needed is needed by that one. */
    CHILD_MERGED,
    /** It was not the other child after all: the need goes on. */
    MERGE_UNDONE,
    CHILD_ERASED
}
