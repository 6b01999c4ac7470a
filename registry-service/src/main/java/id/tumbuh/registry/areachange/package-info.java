/**
 * Changes of administrative areas by law or decree, from the proposal to the last family: what a change would do, putting it in
 * force on its day, and those who live there.
 *
 * <p>Whoever lives in an area with another code moves with it, in portions, each a transaction: cut short anywhere, the next
 * look finds who is left. A split leaves families where they are until it is known in which part each lives. What areas are is
 * the business of {@code area}, what a move is that of {@code family}.
 */
@NullMarked
package id.tumbuh.registry.areachange;

import org.jspecify.annotations.NullMarked;
