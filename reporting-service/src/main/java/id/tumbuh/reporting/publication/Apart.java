package id.tumbuh.reporting.publication;

/** Two parts of one whole that have nobody in common: together they are no more than it. */
record Apart(String one, String other) {}
