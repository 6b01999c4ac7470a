package id.tumbuh.measurement.weighing;

/** What became of one row of a batch. */
enum Outcome {
    /** Durable now. */
    CREATED,
    /** Was there already, with the same content. */
    UNCHANGED,
    /** Kept until its child is known here, and is one the sender may see. */
    PENDING_CHILD,
    /** The id belongs to other content. */
    CONFLICT,
    /** Dated before the child's birth. */
    BEFORE_BIRTH
}
