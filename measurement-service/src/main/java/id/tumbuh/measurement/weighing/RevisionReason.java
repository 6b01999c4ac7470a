package id.tumbuh.measurement.weighing;

/** Why a revision of a measurement was made. Words only: free text would collect names and NIK. */
enum RevisionReason {
    /** The first revision. */
    RECORDED,
    /** A newer import brought other figures. */
    IMPORTED_AGAIN,
    /** The registry corrected the child's sex or birth date. */
    CHILD_CORRECTED,
    /** Two children were found to be one, or not to be. */
    CHILD_MERGED,
    /** Another weighing of the child changed, and with it what this one is compared with. */
    CARD_CHANGED,
    /** A rule was corrected. */
    RULE_CHANGED,

    TYPING_MISTAKE,
    WRONG_DATE,
    WRONG_CHILD,
    MEASURED_AGAIN,
    FAULTY_INSTRUMENT,
    RECORDED_TWICE,
    OTHER;

    /** One of those a person may give. */
    boolean isStaffs() {
        return switch (this) {
            case TYPING_MISTAKE, WRONG_DATE, WRONG_CHILD, MEASURED_AGAIN, FAULTY_INSTRUMENT, RECORDED_TWICE, OTHER ->
                true;
            case RECORDED, IMPORTED_AGAIN, CHILD_CORRECTED, CHILD_MERGED, CARD_CHANGED, RULE_CHANGED -> false;
        };
    }
}
