/**
 * Finding families as people look for them: by a name that may be misspelt, by NIK or family card, by place, risk and urgency.
 *
 * <p>Words of names are kept as they sound (rules of {@code sameperson}), written a moment after the name by a worker that reads
 * what triggers noted: whoever changes a name knows nothing of the search. Whoever is answered by name is audited.
 */
@NullMarked
package id.tumbuh.registry.search;

import org.jspecify.annotations.NullMarked;
