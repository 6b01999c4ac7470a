/**
 * Sets of rows to and from PostgreSQL in one statement. Knows nothing of children; everything that touches more than one row
 * goes through here, because a statement a row would cost more than all the rest together.
 */
@NullMarked
package id.tumbuh.measurement.sql;

import org.jspecify.annotations.NullMarked;
