package id.tumbuh.intervention.calendar;

import id.tumbuh.platform.access.AreaCode;
import java.util.UUID;

/**
 * When a posyandu weighs its children.
 *
 * @param place the name of the posyandu or the house it meets in
 */
record WeighingSchedule(UUID id, UUID posyanduId, AreaCode area, String place, Timing.Monthly timing) {

    CalendarEntry.Source source() {
        return source(id);
    }

    static CalendarEntry.Source source(UUID id) {
        return new CalendarEntry.Source("weighing", id.toString());
    }

    CalendarEntry entry() {
        return new CalendarEntry(
                source(),
                CalendarKind.WEIGHING,
                area,
                new CalendarEntry.Title("Hari posyandu: " + place, "Weighing day: " + place),
                timing);
    }
}
