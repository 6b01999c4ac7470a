package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.problem.InterventionProblem;

/** What became of what somebody wanted of a placement. */
public sealed interface Placing {
    record Done(Placement placement) implements Placing {}

    /** Asked before; nothing changed. */
    record Unchanged(Placement placement) implements Placing {}

    /** The id belongs to another placement. */
    record IdTaken() implements Placing {}

    /** Somebody else changed it in between. */
    record Stale() implements Placing {}

    record Unknown(InterventionProblem what) implements Placing {}

    record Refused(InterventionProblem why) implements Placing {}
}
