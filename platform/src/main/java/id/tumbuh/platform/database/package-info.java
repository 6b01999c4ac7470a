/**
 * The one way to the database: a transaction that knows its scope.
 *
 * <p>Row level security filters by a setting of the transaction, so a statement outside of {@link
 * id.tumbuh.platform.database.Database} sees nothing. What a transaction announces and audits is written with it, in one
 * statement each. Plain SQL through Jdbi: the hot paths are sets of rows, not objects.
 */
@NullMarked
package id.tumbuh.platform.database;

import org.jspecify.annotations.NullMarked;
