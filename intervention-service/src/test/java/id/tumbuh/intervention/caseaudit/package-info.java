/** Case audits: what decides as pure functions, what is stored and told on real servers, and a whole case over HTTP. */
@NullMarked
package id.tumbuh.intervention.caseaudit;

import org.jspecify.annotations.NullMarked;
