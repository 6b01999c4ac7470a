/**
 * The thread of a life: couple to be married, pregnancy, child of 0–59 months, and where its first thousand days stand.
 *
 * <p>Reads what the features keep and writes nothing but the audit of the reading. A thread is as long as it is known: a
 * child that came with a file begins at its birth.
 */
@NullMarked
package id.tumbuh.registry.lifeline;

import org.jspecify.annotations.NullMarked;
