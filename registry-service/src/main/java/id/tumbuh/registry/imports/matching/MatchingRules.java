package id.tumbuh.registry.imports.matching;

/**
 * Thresholds of one day, from the rule table.
 *
 * @param name likeness from which two names may be one child's
 * @param parent likeness from which two names may be one parent's
 * @param word likeness below which two words make two names different, however alike the rest
 * @param margin by which the best of several candidates must lead
 */
public record MatchingRules(double name, double parent, double word, double margin) {}
