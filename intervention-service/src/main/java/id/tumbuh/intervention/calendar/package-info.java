/**
 * What is on when (kalender aksi, PETIK AKSI): weighing days, rembuk, steps of case audits, deliveries, deadlines of
 * programmes, the months everybody is measured in, and the eight convergence actions.
 *
 * <p>A feature puts its entries here in its own transaction by {@link id.tumbuh.intervention.calendar.Calendar} and takes them
 * away the same way. Nothing here is about a person. Entries are read as JSON or as an iCalendar (RFC 5545) feed of one role
 * and area; what an area above has on is seen below it too.
 */
@NullMarked
package id.tumbuh.intervention.calendar;

import org.jspecify.annotations.NullMarked;
