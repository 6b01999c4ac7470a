/**
 * Survey against routine: both beside each other, what their difference can come from, and where to measure again first.
 *
 * <p>A survey estimate and a routine prevalence are two kinds of fact; nothing here ever mixes them into one figure.
 */
@NullMarked
package id.tumbuh.reporting.reconciliation;

import org.jspecify.annotations.NullMarked;
