package id.tumbuh.intervention.referral;

/** Why a referral is as it is. The names stand in events: never renamed. */
public enum ReferralReason {
    STUNTED_CHILD_AT_RISK,
    /** No child of the family has an open need any more; of a visit, the child itself hasn't. */
    NO_STUNTED_CHILD,
    RISK_FACTOR_GONE,
    /** The house, and perhaps the OPD, is another one now; what concerns a child goes along with it. */
    FAMILY_MOVED,
    /** TPPS or puskesmas saw what no data shows. */
    REFERRED_BY_PERSON,
    /** What a person referred is done, or the child was visited. */
    DONE,
    /** Who referred by hand took it back. */
    WITHDRAWN
}
