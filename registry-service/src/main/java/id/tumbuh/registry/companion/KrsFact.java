package id.tumbuh.registry.companion;

/** A fact that a family's data may be incomplete by, and how the family's row tells that it is there or not needed. */
enum KrsFact {
    DRINKING_WATER("drinking_water is not null"),
    LATRINE("latrine is not null"),
    WELFARE_RANK("welfare_rank is not null"),
    WIFE_BIRTH_DATE("coalesce(registered_wife_birth, wife_birth_date) is not null"),
    /** Asked of couples of reproductive age only, and not while she expects a child. */
    CONTRACEPTION(
            "(contraception is not null or not 'PUS' = any(target_categories) or 'PUS_HAMIL' = any(target_categories))");

    private final String known;

    KrsFact(String known) {
        this.known = known;
    }

    /** A condition on {@code family}. */
    String known() {
        return known;
    }
}
