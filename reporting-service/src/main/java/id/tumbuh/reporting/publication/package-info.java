/**
 * Figures as they were published: snapshots by area and month that never change, sealed by a hash, and what of them everybody may see.
 *
 * <p>Exact figures of a snapshot are read under the reader's areas. What is public lies in a table of its own, hidden and rounded when the
 * snapshot was made, so that no way without a sign-in leads to an exact figure.
 */
@NullMarked
package id.tumbuh.reporting.publication;

import org.jspecify.annotations.NullMarked;
