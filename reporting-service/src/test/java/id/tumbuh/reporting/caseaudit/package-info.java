/** Tests of caseaudit. */
@NullMarked
package id.tumbuh.reporting.caseaudit;

import org.jspecify.annotations.NullMarked;
