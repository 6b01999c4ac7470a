package id.tumbuh.registry.imports;

/** What became of a row. */
enum RowOutcome {
    /** A new child. */
    CREATED,
    /** A known child with something new: a measurement. */
    MATCHED,
    /** A known child; a measurement or a blank of it was replaced. */
    UPDATED,
    /** All of it was known. */
    UNCHANGED,
    /** Not taken, for the reasons given. */
    REJECTED,
    /** Waits for a person. */
    TO_DECIDE
}
