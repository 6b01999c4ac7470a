package id.tumbuh.registry.companion;

/** What came of a visit; which of them count is a rule. */
enum VisitOutcome {
    DONE,
    NOT_AT_HOME,
    REFUSED
}
