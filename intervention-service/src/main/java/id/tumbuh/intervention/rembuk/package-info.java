/**
 * <em>Rembuk stunting</em>: a meeting of all who can help in an area, what each party promised there, and the follow-up until it is
 * kept.
 *
 * <p>Invariant: what was signed stays word for word as it was; a change is a new revision, signed anew. A commitment exists from the
 * first signature on, and its state is told in the transaction that changes it. Institutions and offices only: no person's name.
 */
@NullMarked
package id.tumbuh.intervention.rembuk;

import org.jspecify.annotations.NullMarked;
