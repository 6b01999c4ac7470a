package id.tumbuh.intervention.caseaudit;

/** What registry knows those by whose case may be audited. */
enum SubjectKind {
    CHILD,
    PREGNANCY,
    COUPLE
}
