package id.tumbuh.reporting.publication;

/** A count: so many of a measure in an area. */
record Cell(String area, String measure) {}
