/**
 * Events between services: the outbox and its relay on the way out, the consumer loop on the way in.
 *
 * <p>Invariants: an event is published if and only if its transaction committed; the events of a family keep their order; an
 * event is delivered at least once and applied effectively once; a failure that may pass is retried in place for ever, one
 * that can't is set aside with its coordinates while the rest flows on. The domain does not appear here.
 */
@NullMarked
package id.tumbuh.platform.messaging;

import org.jspecify.annotations.NullMarked;
