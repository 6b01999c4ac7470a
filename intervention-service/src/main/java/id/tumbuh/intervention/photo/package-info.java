/**
 * Photos of deliveries, as evidence: decoded and written anew, so that nothing of where and with what they were taken is kept.
 *
 * <p>Invariants: a picture is stored once, under the SHA-256 of what is stored; it goes when the last photo that shows it goes. Whoever may
 * see the delivery may see its photos, and nobody keeps a copy on the way.
 */
@NullMarked
package id.tumbuh.intervention.photo;

import org.jspecify.annotations.NullMarked;
