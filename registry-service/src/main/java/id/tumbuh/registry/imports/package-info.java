/**
 * Imports: a file of another system becomes children, families and raw measurements.
 *
 * <p>The file is sealed into the database and worked off by a background worker of any replica, a few hundred rows in each
 * transaction: what a row became, the children and families, the announcements and the progress commit together, so that a
 * crash anywhere loses and doubles nothing. A file is looked through to its end before its first row is used. Nothing is
 * judged here: measurements leave as they came, and what staff corrected is never overwritten, only completed.
 */
@NullMarked
package id.tumbuh.registry.imports;

import org.jspecify.annotations.NullMarked;
