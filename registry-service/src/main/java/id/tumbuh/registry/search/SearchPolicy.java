package id.tumbuh.registry.search;

/**
 * How far a search goes, from the rule table.
 *
 * @param wordLikeness from which a word may be a misspelt other one
 * @param mostCandidates names looked at one by one
 * @param enough persons who bear the name exactly, above which nobody looks for slips
 */
record SearchPolicy(double wordLikeness, int mostCandidates, int enough) {}
