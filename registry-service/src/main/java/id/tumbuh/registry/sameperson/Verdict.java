package id.tumbuh.registry.sameperson;

/** What follows from a comparison. */
public enum Verdict {
    /** So sure that no person need look; it can be undone. */
    AUTOMATIC,
    /** Likely enough for the list of those who decide. */
    TO_DECIDE,
    DIFFERENT
}
