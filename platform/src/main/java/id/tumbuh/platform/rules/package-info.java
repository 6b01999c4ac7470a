/**
 * Dated rule tables: thresholds, durations, lists and targets of the programme, each with the time it holds and its source.
 *
 * <p>A correction is a new row, never a code change, and every decision stores the version of the rule it was made with.
 */
@NullMarked
package id.tumbuh.platform.rules;

import org.jspecify.annotations.NullMarked;
