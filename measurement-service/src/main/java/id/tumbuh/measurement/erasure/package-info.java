/**
 * Erases what measurement-service keeps of erased persons: the roster, measurements and their revisions, what waits, the ledger
 * of the exchange, checks of pregnant women and couples; and confirms.
 */
@NullMarked
package id.tumbuh.measurement.erasure;

import org.jspecify.annotations.NullMarked;
