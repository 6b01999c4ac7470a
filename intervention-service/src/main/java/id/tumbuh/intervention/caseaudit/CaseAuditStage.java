package id.tumbuh.intervention.caseaudit;

/** How far a case has come. The names stand in events and rules: never renamed. */
enum CaseAuditStage implements Worded {
    PROPOSED("Diusulkan", "Proposed"),
    SELECTED("Diseleksi", "Selected"),
    NOT_SELECTED("Tidak dipilih", "Not selected"),
    WORKSHEET("Kertas kerja", "Worksheet"),
    REVIEWED("Dikaji", "Reviewed"),
    RECOMMENDED("Direkomendasikan", "Recommended"),
    DISSEMINATED("Didiseminasikan", "Disseminated"),
    FOLLOW_UP("RTL berjalan", "Follow-up under way"),
    EVALUATED("Dievaluasi", "Evaluated"),
    WITHDRAWN("Ditarik", "Withdrawn");

    private final String indonesian;
    private final String english;

    CaseAuditStage(String indonesian, String english) {
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

    /** Nothing follows it. */
    boolean isLast() {
        return this == NOT_SELECTED || this == EVALUATED || this == WITHDRAWN;
    }
}
