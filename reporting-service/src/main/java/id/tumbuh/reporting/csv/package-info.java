/**
 * Comma-separated values, and what their columns mean.
 *
 * <p>One dictionary, {@code tables/dictionary.csv}, names the columns of every file: the head of a file is written from it and can say
 * nothing else.
 */
@NullMarked
package id.tumbuh.reporting.csv;

import org.jspecify.annotations.NullMarked;
