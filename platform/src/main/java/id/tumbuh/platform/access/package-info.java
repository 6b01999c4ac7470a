/**
 * Who may see and change what: the caller of a request, the areas it is responsible for, and the record of what it did.
 *
 * <p>A {@link id.tumbuh.platform.access.Scope} is enforced twice: by annotations on every operation and, below them, by row
 * level security in every database, which reads the scope of the transaction. Nothing here knows what a child is.
 */
@NullMarked
package id.tumbuh.platform.access;

import org.jspecify.annotations.NullMarked;
