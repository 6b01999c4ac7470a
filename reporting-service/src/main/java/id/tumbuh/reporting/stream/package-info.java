/**
 * The live stream: what happens, as it happens, to every subscriber who may see it.
 *
 * <p>The topics themselves are the stream's memory. A cursor says how far a subscriber has read in every partition, so it goes
 * on exactly there, on any replica and after any restart, without a gap and without a repeat. A subscriber pulls at its own
 * pace from a shared tail or, when it is far behind, from the topics: nobody's slowness costs another one, or memory.
 */
@NullMarked
package id.tumbuh.reporting.stream;

import org.jspecify.annotations.NullMarked;
