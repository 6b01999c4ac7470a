package id.tumbuh.measurement.weighing;

/** What became of a correction that a person asked for. */
sealed interface Correction {

    /** It stands now. */
    record Done(AssessedMeasurement assessed) implements Correction {}

    /** It stood already: the answer to the same request got lost. */
    record Unchanged(AssessedMeasurement assessed) implements Correction {}

    /** No such measurement, or none the caller may see. */
    record Unknown() implements Correction {}

    /** No such child, or none the caller may see. */
    record UnknownChild() implements Correction {}

    /** Somebody was faster: it is in another revision than the one that was read. */
    record Stale() implements Correction {}

    /** Dated before the birth of the child. */
    record BeforeBirth() implements Correction {}
}
