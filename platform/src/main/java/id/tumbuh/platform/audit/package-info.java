/**
 * The audit as a chain: after the commit, one sealer per database puts the entries into blocks, each with a digest of every
 * entry and the hash of the block before; what was sealed is announced to a topic of its own, outside of the database.
 *
 * <p>Invariants: the transaction that writes an entry waits for nobody; an entry that is committed is sealed once, and an
 * entry whose number lies below the last sealed one can't come any more. Knows ids and subjects, never a person.
 */
@NullMarked
package id.tumbuh.platform.audit;

import org.jspecify.annotations.NullMarked;
