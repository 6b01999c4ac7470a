/**
 * Whether two records are of one person: a pure function over two records and the dated figures of the rule table, after
 * Fellegi and Sunter. Every answer lists what spoke for and against it, each with its weight.
 *
 * <p>Invariants: two different NIKs, possible twins and possible siblings are never joined without a person. Nothing here
 * prints a name. Knows neither SQL nor HTTP nor what is done with the answer; see {@code docs/adr/0013}.
 */
@NullMarked
package id.tumbuh.registry.sameperson;

import org.jspecify.annotations.NullMarked;
