/**
 * Is the child of this row one that the registry knows? Compared are children of the same birth date and sex, by name,
 * parents and village (docs/domain, "The file everyone has").
 *
 * <p>Pure functions over records; thresholds are arguments and come from the rule table. Two mistakes are not alike:
 * joining two children loses one of them, so whatever is not clear goes to a person.
 */
@NullMarked
package id.tumbuh.registry.imports.matching;

import org.jspecify.annotations.NullMarked;
