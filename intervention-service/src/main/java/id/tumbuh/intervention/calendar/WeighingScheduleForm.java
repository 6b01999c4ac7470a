package id.tumbuh.intervention.calendar;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A schedule in JSON: either a day of the month, or an nth weekday (-1 for the last). */
@Schema(name = "WeighingSchedule", examples = """
        {"posyanduId": "0198c1a0-0000-7000-8000-000000000003", "area": "36.04.20.2006", "place": "Posyandu Melati 2",
         "nth": 2, "weekday": "TUESDAY", "startsOn": "2026-12-01", "from": "08:00", "to": "11:00"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WeighingScheduleForm(
        @NotNull UUID posyanduId,
        @NotNull AreaCode area,
        @NotNull String place,
        @Nullable Integer dayOfMonth,
        @Nullable Integer nth,
        @Nullable DayOfWeek weekday,
        @NotNull LocalDate startsOn,
        @Nullable LocalDate endsOn,

        @JsonFormat(pattern = "HH:mm") @Schema(examples = "08:00") @NotNull
        LocalTime from,

        @JsonFormat(pattern = "HH:mm") @Schema(examples = "11:00") @NotNull
        LocalTime to) {

    WeighingSchedule schedule(UUID id) {
        if (area.level() != AreaLevel.DESA_KELURAHAN) {
            throw refused(CalendarProblem.DESA_REQUIRED, "/area");
        }
        if (!CalendarEntry.Title.isValid("Hari posyandu: " + place)
                || !CalendarEntry.Title.isValid("Weighing day: " + place)) {
            throw refused(CalendarProblem.PLACE_INVALID, "/place");
        }
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            throw refused(CalendarProblem.DATES_DISAGREE, "/endsOn");
        }
        if (!to.isAfter(from)) {
            throw refused(CalendarProblem.DATES_DISAGREE, "/to");
        }
        return new WeighingSchedule(
                id, posyanduId, area, place, new Timing.Monthly(startsOn, endsOn, pattern(), from, to));
    }

    private MonthlyPattern pattern() {
        boolean onDay = dayOfMonth != null;
        boolean onWeekday = nth != null && weekday != null;
        if (onDay == onWeekday || (onDay && (nth != null || weekday != null))) {
            throw refused(CalendarProblem.PATTERN_INVALID, "/dayOfMonth");
        }
        try {
            return dayOfMonth != null
                    ? new MonthlyPattern.OnDay(dayOfMonth)
                    : new MonthlyPattern.OnWeekday(requireNonNull(nth), requireNonNull(weekday));
        } catch (IllegalArgumentException notOfEveryMonth) {
            throw refused(CalendarProblem.PATTERN_INVALID, onDay ? "/dayOfMonth" : "/nth");
        }
    }

    static WeighingScheduleForm of(WeighingSchedule schedule) {
        Timing.Monthly timing = schedule.timing();
        Integer day = timing.pattern() instanceof MonthlyPattern.OnDay on ? on.day() : null;
        MonthlyPattern.@Nullable OnWeekday weekday =
                timing.pattern() instanceof MonthlyPattern.OnWeekday on ? on : null;
        return new WeighingScheduleForm(
                schedule.posyanduId(),
                schedule.area(),
                schedule.place(),
                day,
                weekday == null ? null : weekday.nth(),
                weekday == null ? null : weekday.weekday(),
                timing.startsOn(),
                timing.endsOn(),
                timing.from(),
                timing.to());
    }

    private static ProblemException refused(CalendarProblem reason, String pointer) {
        return new ProblemException(Problem.of(reason).at(pointer, reason));
    }
}
