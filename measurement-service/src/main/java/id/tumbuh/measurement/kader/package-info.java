/**
 * The kader's form: a page that weighs a posyandu's children without a network, and what it downloads in the morning.
 *
 * <p>The roster of the day carries everything the phone decides with: the children, the state of each one's card, and the
 * rule tables in force, so that the page has no constants of its own. Names come from registry with the reader's own token
 * and pass through; nothing here stores one. What the phone sends goes the way of every measurement, through
 * {@code weighing}; nothing depends on this package.
 */
@NullMarked
package id.tumbuh.measurement.kader;

import org.jspecify.annotations.NullMarked;
