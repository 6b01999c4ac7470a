package id.tumbuh.intervention.caseaudit;

/** How pressing a step is. The names stand in events: never renamed. */
enum ReminderLevel implements Worded {
    DUE_SOON("Segera jatuh tempo", "Due soon"),
    OVERDUE("Terlambat", "Overdue");

    private final String indonesian;
    private final String english;

    ReminderLevel(String indonesian, String english) {
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
