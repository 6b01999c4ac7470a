package id.tumbuh.intervention.partner;

/** One of those that a form lets somebody choose from. */
record Choice(String value, String word, boolean selected) {}
