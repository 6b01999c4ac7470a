/**
 * Erasure of a child or a family (UU 27/2022 art. 8, 43, 44), end to end: asked for by one, agreed to by another, carried out in
 * one transaction here, then by every service that keeps copies, each of which confirms.
 *
 * <p>Every feature with rows of persons implements {@link id.tumbuh.registry.erasure.ErasesPersons}; nothing here knows their
 * tables but those of families and children, whose rows are locked. Ids and counts are kept, nothing of the person.
 */
@NullMarked
package id.tumbuh.registry.erasure;

import org.jspecify.annotations.NullMarked;
