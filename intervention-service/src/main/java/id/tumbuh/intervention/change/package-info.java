/**
 * What every change by a person shares: who makes it, what became of it, how that is answered over HTTP, and rows of a list
 * that are answered one by one.
 *
 * <p>Technical words only; knows neither referrals nor programmes.
 */
@NullMarked
package id.tumbuh.intervention.change;

import org.jspecify.annotations.NullMarked;
