package id.tumbuh.intervention.placement;

/** Why a placement is over. The names stand in events: never renamed. */
public enum EndReason {
    /** The hold ran out before anything was promised. */
    HOLD_RAN_OUT,
    /** The sponsor, or who looks after it, gave it back. */
    RELEASED,
    /** The promised time is over. */
    PERIOD_OVER,
    /** Nothing calls for help any more, or the beneficiary isn't here any more; the need says which. */
    NEED_CLOSED,
    CONSENT_WITHDRAWN
}
