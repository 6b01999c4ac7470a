/** Every table as CSV, held against the dictionary. */
@NullMarked
package id.tumbuh.reporting.table;

import org.jspecify.annotations.NullMarked;
