package id.tumbuh.intervention.calendar;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry as it stands in the calendar.
 *
 * @param sequence grows with every change, as iCalendar asks for
 */
record Listed(UUID uid, CalendarEntry entry, boolean cancelled, int sequence, Instant changedAt) {}
