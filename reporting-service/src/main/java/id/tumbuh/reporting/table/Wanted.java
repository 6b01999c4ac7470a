package id.tumbuh.reporting.table;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.indicator.Period;
import java.time.YearMonth;

/** Which rows of a table are asked for; a table takes of it what it has use for. */
record Wanted(Area area, YearMonth month, Period period) {}
