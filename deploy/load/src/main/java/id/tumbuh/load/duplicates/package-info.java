/**
 * Invented people, some registered twice, with the truth of who is who: how well and how fast the registry's matching finds
 * them. The matching itself and its rules are the registry's own; only blocking is done in memory, by the same keys.
 */
@NullMarked
package id.tumbuh.load.duplicates;

import org.jspecify.annotations.NullMarked;
