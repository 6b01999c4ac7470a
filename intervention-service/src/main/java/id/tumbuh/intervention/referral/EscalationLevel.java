package id.tumbuh.intervention.referral;

/** Whose business an overdue referral has become. The names stand in events: never renamed. In the order of escalation. */
public enum EscalationLevel {
    KECAMATAN,
    KABUPATEN,
    PROVINCE
}
