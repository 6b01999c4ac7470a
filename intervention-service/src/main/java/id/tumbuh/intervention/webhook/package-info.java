/**
 * Tells partners' servers what happened to their placements and whom they could help now, by Standard Webhooks.
 *
 * <p>What is told is queued in the transaction of the change and sent at least once; a receiver knows a repetition by its
 * {@code webhook-id}. Each endpoint waits for itself only, none may lie inside of a network, and whoever took a consent back is told
 * of no more.
 */
@NullMarked
package id.tumbuh.intervention.webhook;

import org.jspecify.annotations.NullMarked;
