package id.tumbuh.reporting.csv;

/**
 * A column of a file.
 *
 * @param unit what its values are in
 * @param source where they come from
 * @param nullable whether it may be empty
 */
public record Column(String name, String indonesian, String english, String unit, String source, boolean nullable) {}
