/**
 * Families (keluarga): where they live, their conditions, their risk of stunting, and their identities, encrypted.
 *
 * <p>A family is registered once with an id made by its client; later changes name the version they were made on. Every
 * change screens it anew and is announced with its whole state in the same transaction. Knows nothing of children but the
 * birth date of the youngest; whoever must follow a move implements {@link id.tumbuh.registry.family.Household}.
 */
@NullMarked
package id.tumbuh.registry.family;

import org.jspecify.annotations.NullMarked;
