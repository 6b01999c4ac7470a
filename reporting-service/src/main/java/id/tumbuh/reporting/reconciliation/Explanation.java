package id.tumbuh.reporting.reconciliation;

/** What the difference between survey and routine figure can come from. */
public enum Explanation {
    /** The routine figure lies within the survey's interval, or near enough. */
    AGREE,
    /** Children who were not measured may well be stunted so much more often. */
    COVERAGE_CAN,
    /** They would have to be stunted more often than anybody believes: measuring must be looked at. */
    COVERAGE_ALONE_NOT_CREDIBLE,
    /** Whatever those who were not measured are, the survey can't be met. */
    OUTSIDE_BOUNDS,
    /** Everybody was measured, so that coverage explains nothing. */
    ALL_MEASURED,
    NO_SURVEY,
    NO_ROUTINE_DATA
}
