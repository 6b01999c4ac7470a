/**
 * Posyandu, the monthly health post of a neighbourhood. No national code exists, so each has an id of its own and is
 * unique by desa and normalised name. Knows nothing of who comes there.
 */
@NullMarked
package id.tumbuh.registry.posyandu;

import org.jspecify.annotations.NullMarked;
