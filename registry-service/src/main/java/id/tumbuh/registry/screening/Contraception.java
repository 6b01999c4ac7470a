package id.tumbuh.registry.screening;

/** The method the couple uses now; which of them are modern is a rule. */
public enum Contraception {
    PILL,
    INJECTION,
    IMPLANT,
    IUD,
    CONDOM,
    FEMALE_STERILISATION,
    MALE_STERILISATION,
    LACTATIONAL_AMENORRHOEA,
    TRADITIONAL,
    NONE
}
