/**
 * Counters of what there is at the end of a month: families at risk, needs without a sponsor. What is counted is a history, a
 * function of the newest facts; a fact that changes, comes late or goes takes the old history out of the counters and puts the new
 * one in.
 */
@NullMarked
package id.tumbuh.reporting.monthly;

import org.jspecify.annotations.NullMarked;
