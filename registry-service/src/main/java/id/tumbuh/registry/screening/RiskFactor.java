package id.tumbuh.registry.screening;

/** The factors of the KRS screening, in the order of the official form. */
public enum RiskFactor {
    UNSAFE_WATER("F1"),
    UNSAFE_SANITATION("F2"),
    MOTHER_TOO_YOUNG("F3a"),
    MOTHER_TOO_OLD("F3b"),
    BIRTHS_TOO_CLOSE("F3c"),
    TOO_MANY_CHILDREN("F3d"),
    NO_MODERN_CONTRACEPTION("F4");

    private final String officialCode;

    RiskFactor(String officialCode) {
        this.officialCode = officialCode;
    }

    public String officialCode() {
        return officialCode;
    }
}
