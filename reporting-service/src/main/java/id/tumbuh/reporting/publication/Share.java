package id.tumbuh.reporting.publication;

/**
 * One measure is part of another.
 *
 * @param published whether the share is an indicator: then what remains of the whole is as good as published, and hidden when it is small
 */
record Share(String part, String whole, boolean published) {}
