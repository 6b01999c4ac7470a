package id.tumbuh.registry.member;

/** Marital status, as on the family card (status perkawinan). */
public enum MaritalStatus {
    SINGLE,
    MARRIED,
    DIVORCED,
    WIDOWED
}
