/**
 * Whether a family's house is fit to live in, told by whoever was there.
 *
 * <p>What the registry asks of every family says nothing of its house, so it is noted here. Of a family the newest day holds; a
 * need that is open gets what a house costs, or loses it, in the transaction of the note.
 */
@NullMarked
package id.tumbuh.intervention.house;

import org.jspecify.annotations.NullMarked;
