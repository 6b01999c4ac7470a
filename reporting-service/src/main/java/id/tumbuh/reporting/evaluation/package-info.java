/**
 * Tiered evaluation: what the TPPS of an area reports each semester to the level above, and what that level says to it.
 *
 * <p>A report is written, handed in, given back with remarks or accepted ({@link id.tumbuh.reporting.evaluation.State}). When it is
 * handed in its figures are frozen as a text with its hash; until then, and whenever asked, they are counted anew. An office is exactly
 * an area that a token names: who may see an area from above may not write for it, and nobody decides on a report of their own.
 */
@NullMarked
package id.tumbuh.reporting.evaluation;

import org.jspecify.annotations.NullMarked;
