package id.tumbuh.intervention.caseaudit;

/** Why a case ended without an answer. The names stand in events: never renamed. */
enum WithdrawalReason implements Worded {
    MOVED_AWAY("Pindah ke kabupaten/kota lain", "Moved to another kabupaten"),
    MERGED("Ternyata kasus yang sama", "Found to be the same as another case"),
    INACTIVE("Tidak aktif lagi di registri", "No longer active in the registry"),
    ERASED("Data dihapus", "Erased");

    private final String indonesian;
    private final String english;

    WithdrawalReason(String indonesian, String english) {
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
