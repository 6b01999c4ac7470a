/**
 * What surveys say of an area, and what others said of its routine figures: public facts with their sources.
 *
 * <p>A survey estimate and a routine figure are two kinds of fact and never averaged. Statements that contradict each other stay
 * beside each other; a percentage that does not follow from its own counts is told, not corrected.
 */
@NullMarked
package id.tumbuh.reporting.survey;

import org.jspecify.annotations.NullMarked;
