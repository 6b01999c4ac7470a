/**
 * Finds records that may be of one person, joins those beyond doubt, and keeps the list of those a person decides.
 *
 * <p>Whatever is registered or corrected is compared when its event comes back, in one place at a time, so that two records
 * registered at once meet. What was decided stays decided until one of the records says something else. A pair is the business of
 * whoever answers for one of the two; only who answers for the record that is given up can merge it. Children are compared with
 * children, members of families with members; families that share persons are proposed as one.
 */
@NullMarked
package id.tumbuh.registry.duplicate;

import org.jspecify.annotations.NullMarked;
