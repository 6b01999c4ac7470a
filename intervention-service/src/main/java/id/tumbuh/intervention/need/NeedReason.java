package id.tumbuh.intervention.need;

/** Why a need is as it is. The names stand in events: never renamed. */
public enum NeedReason {
    /** A sign was found that opens a need. */
    CAUSE_FOUND,
    /** It came back to the programme, or is one again, with a cause that was known. */
    RETURNED,
    /** Other causes than before, or graver or lighter ones. */
    CAUSES_CHANGED,
    /** The same causes, but other things are to be given, or it stands elsewhere in the order. */
    RANKED_ANEW,
    MOVED,
    /** Checked again, or corrected, and nothing is left that opens a need. */
    CAUSES_GONE,
    /** The measurement it rested on was voided and no other is left. */
    MEASUREMENT_WITHDRAWN,
    /** Too old for the programme: outgrown, not met. */
    GREW_OUT,
    /** Died, left, or registered twice. */
    INACTIVE,
    /** The child is born, or will not be; what it needs from now on is its own. */
    PREGNANCY_ENDED,
    /** Found to be another child: what is needed is needed by that one. */
    MERGED,
    /** It was not the other child after all: the need goes on. */
    MERGE_UNDONE,
    ERASED
}
