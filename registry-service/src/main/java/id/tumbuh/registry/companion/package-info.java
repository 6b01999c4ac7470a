/**
 * Companions (tim pendamping keluarga, TPK): teams of a midwife, a PKK and a KB kader, who is in whose care, and their visits.
 *
 * <p>A target is a family at risk, a couple to be married, a pregnancy, a mother after a birth, or a child whose family is not at
 * risk itself; each is in the care of one team at a time. An assignment ends by itself when its target ends, moves away or stands
 * under another id. That is decided from what the tables say now, so a change told twice, late or in another order ends the same.
 */
@NullMarked
package id.tumbuh.registry.companion;

import org.jspecify.annotations.NullMarked;
