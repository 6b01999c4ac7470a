/**
 * Deliveries: what a placement promised, day by day, and what became of it: planned, then delivered, missed or refused.
 *
 * <p>Invariants: the ids of planned deliveries follow from placement, item and day, so a plan made twice is the same plan; a report
 * sent twice is one report; what was told is corrected with a reason, and every report is kept. The plan follows its placement in the same
 * transaction. A kader's device may send what it knows days later.
 */
@NullMarked
package id.tumbuh.intervention.delivery;

import org.jspecify.annotations.NullMarked;
