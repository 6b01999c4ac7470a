/**
 * Providers: dapur sehat (DASHAT), PKK, kader and others who cook and bring, how many meals a day, with what menu and from what stock.
 *
 * <p>Invariants: what a kitchen has is the sum of its movements and never below nothing; a movement is written once and made good by
 * another, never changed. A menu that falls short of the juknis PMT lokal is warned of, with the reasons, and not refused.
 */
@NullMarked
package id.tumbuh.intervention.provider;

import org.jspecify.annotations.NullMarked;
