package id.tumbuh.intervention.caseaudit;

import id.tumbuh.intervention.calendar.CalendarEntry;
import id.tumbuh.intervention.calendar.CalendarKind;
import id.tumbuh.intervention.calendar.Timing;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The audit of one semester in one kabupaten.
 *
 * @param team the institutions of the technical team
 */
record CaseAuditRound(UUID id, AreaCode area, Semester semester, LocalDate startsOn, List<String> team) {
    CaseAuditRound {
        team = List.copyOf(team);
    }

    /** As 2026-2: July to December. */
    record Semester(int year, int number) {
        private static final int SECOND_BEGINS_IN = 7;

        static Semester of(LocalDate day) {
            return new Semester(day.getYear(), day.getMonthValue() < SECOND_BEGINS_IN ? 1 : 2);
        }

        @Override
        public String toString() {
            return year + "-" + number;
        }
    }

    /** The pseudonym of its case of that number. */
    String number(int place) {
        return "AKS-%s-%s-%04d".formatted(area, semester, place);
    }

    CalendarEntry entry(CaseAuditStage stage, LocalDate due) {
        return new CalendarEntry(
                new CalendarEntry.Source("case-audit", id + "/" + stage),
                CalendarKind.CASE_AUDIT,
                area,
                new CalendarEntry.Title(
                        "Audit kasus stunting " + semester + ", batas tahap: " + stage.indonesian(),
                        "Audit of stunting cases " + semester + ", end of stage: " + stage.english()),
                new Timing.Days(due, due));
    }

    /** A round as it stands. */
    record Stored(CaseAuditRound round, Map<CaseAuditStage, LocalDate> stagesDue, int lastNumber, long version) {
        Stored {
            stagesDue = Map.copyOf(stagesDue);
        }
    }
}
