/**
 * Raises the priority of families with a stunted child, told by measurement-service.
 *
 * <p>Keeps the latest statement about each child, by its version, so an event may come twice, late or not in order. Writes
 * nothing that is announced: priority is the registry's own order of work.
 */
@NullMarked
package id.tumbuh.registry.priority;

import org.jspecify.annotations.NullMarked;
