/**
 * Children (balita): who they are, to which family and posyandu they belong, and whether they are still followed.
 *
 * <p>A child lives where its family lives; the database holds them together. Names stay in this service, reading them is
 * audited, the NIK is sealed with the family's key. What a child weighs is measurement-service's business.
 */
@NullMarked
package id.tumbuh.registry.child;

import org.jspecify.annotations.NullMarked;
