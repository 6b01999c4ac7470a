/** The calendar as its features, its readers and two calendar libraries see it. */
@NullMarked
package id.tumbuh.intervention.calendar;

import org.jspecify.annotations.NullMarked;
