package id.tumbuh.intervention.caseaudit;

/** Why a case is proposed. The names stand in events and rules: never renamed. */
enum CaseAuditReason implements Worded {
    SEVERELY_STUNTED("Sangat pendek (TB/U di bawah -3)", "Severely stunted (height for age below -3)"),
    STUNTED("Pendek (TB/U di bawah -2)", "Stunted (height for age below -2)"),
    SEVERELY_WASTED("Gizi buruk (BB/TB di bawah -3)", "Severely wasted (weight for height below -3)"),
    WASTED("Gizi kurang (BB/TB di bawah -2)", "Wasted (weight for height below -2)"),
    BELOW_RED_LINE("Di bawah garis merah (BGM)", "Below the red line"),
    TWICE_NOT_GAINED("Dua kali berturut-turut tidak naik (2T)", "Twice in a row without gain"),
    FIRST_THOUSAND_DAYS("Dalam 1.000 hari pertama kehidupan", "Within the first 1,000 days of life"),
    CHRONIC_ENERGY_DEFICIENCY_RISK("Risiko KEK (LILA kurang)", "Risk of chronic energy deficiency"),
    ANAEMIA_SEVERE("Anemia berat", "Severe anaemia"),
    ANAEMIA_MODERATE("Anemia sedang", "Moderate anaemia"),
    ANAEMIA_MILD("Anemia ringan", "Mild anaemia"),
    COUPLE_RED("Hasil Elsimil merah", "Elsimil result red"),
    POST_PARTUM("Masa nifas", "Shortly after birth");

    private final String indonesian;
    private final String english;

    CaseAuditReason(String indonesian, String english) {
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
