/**
 * The figures of a month in the forms that other systems read: DHIS2 data value sets and FHIR MeasureReports.
 *
 * <p>Both are the numbers of the indicators, as they are now, in other words. Where there is nothing to divide by there is no value: no
 * data is not 0 %.
 */
@NullMarked
package id.tumbuh.reporting.export;

import org.jspecify.annotations.NullMarked;
