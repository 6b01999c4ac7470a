package id.tumbuh.intervention.sponsor;

/** Who a sponsor is (GENTING, December 2024; ASN through Korpri, Kab. Serang 2024). The names stand in events: never renamed. */
public enum SponsorKind {
    /** A civil servant, by the OPD it works for. */
    ASN,
    INDIVIDUAL,
    GOVERNMENT,
    LOCAL_GOVERNMENT,
    BUMN,
    BUMD,
    COMPANY,
    COMMUNITY,
    UNIVERSITY,
    MEDIA
}
