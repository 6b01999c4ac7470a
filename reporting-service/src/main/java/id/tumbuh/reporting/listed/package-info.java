/**
 * Lists of indicators that the centre asks for: the outcomes of Perpres 72, essential services of a village, activities of RAN PASTI.
 *
 * <p>What events tell is computed, the rest was recorded with its source, and what is neither is said to be unknown; nothing is ever added up
 * from areas that recorded and areas that did not.
 */
@NullMarked
package id.tumbuh.reporting.listed;

import org.jspecify.annotations.NullMarked;
