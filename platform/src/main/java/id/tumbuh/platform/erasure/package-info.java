/**
 * The erasure of persons in every service: registry says which ids are erased, each service erases its copies and its own
 * topics, and confirms with counts.
 *
 * <p>Invariants: an erasure can be applied any number of times; after it no event told before brings the person back; a
 * confirmation is announced in the transaction that erased. Knows ids only.
 */
@NullMarked
package id.tumbuh.platform.erasure;

import org.jspecify.annotations.NullMarked;
