/**
 * Projections built again from the topics: beside those that are read, up to the very same offsets, compared by hash, and put in their
 * place when that was asked for. Readers see the old ones until the moment of the exchange (ADR 23).
 *
 * <p>Nothing is announced and nobody notified. Statements of survey, targets and publications are no projections and stay.
 */
@NullMarked
package id.tumbuh.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
