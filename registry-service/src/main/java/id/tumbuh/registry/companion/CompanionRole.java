package id.tumbuh.registry.companion;

/** What somebody is in a team (Peraturan BKKBN 12/2021); a team is complete with all three. */
enum CompanionRole {
    MIDWIFE,
    PKK_CADRE,
    KB_CADRE
}
