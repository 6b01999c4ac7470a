package id.tumbuh.intervention.caseaudit;

/** Whose case it is (kelompok auditee). */
enum CaseAuditGroup implements Worded {
    CATIN("Calon pengantin", "Couple to be married"),
    PREGNANT("Ibu hamil", "Pregnant woman"),
    POST_PARTUM("Ibu pascapersalinan (nifas)", "Woman after birth"),
    BADUTA("Baduta (0-23 bulan)", "Child of 0 to 23 months"),
    BALITA("Balita (24-59 bulan)", "Child of 24 to 59 months");

    private final String indonesian;
    private final String english;

    CaseAuditGroup(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    @Override
    public String indonesian() {
        return indonesian;
    }

    @Override
    public String english() {
        return english;
    }
}
