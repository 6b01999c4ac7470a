/**
 * Tables of figures as CSV, each with a dictionary of its columns.
 *
 * <p>Most are one statement in {@code tables/}, read under the reader's areas; figures that are computed come from the same code as the API's.
 */
@NullMarked
package id.tumbuh.reporting.table;

import org.jspecify.annotations.NullMarked;
