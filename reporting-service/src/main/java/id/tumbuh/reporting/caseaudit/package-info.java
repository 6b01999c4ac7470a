/** Audits of cases by their pseudonyms, as intervention-service tells them: how far each has come, and when it reached each stage. */
@NullMarked
package id.tumbuh.reporting.caseaudit;

import org.jspecify.annotations.NullMarked;
