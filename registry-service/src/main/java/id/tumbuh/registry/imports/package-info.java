/**
 * Imports: files and batches of other systems become families, members, children, pregnancies and raw measurements.
 *
 * <p>What is sent is sealed into the database and worked off by a background worker of any replica, a few hundred rows in
 * each transaction: what a row became, the records, the announcements and the progress commit together, so that a crash
 * anywhere loses and doubles nothing. A file is looked through to its end before its first row is used. A format is a bean:
 * it says how rows are read and what they mean. A source's ids are kept as keyed hashes, and so is what it said last of each
 * field: only its own words are replaced by its next (ADR 14), what staff corrected stays. Measurements leave as they came.
 */
@NullMarked
package id.tumbuh.registry.imports;

import org.jspecify.annotations.NullMarked;
