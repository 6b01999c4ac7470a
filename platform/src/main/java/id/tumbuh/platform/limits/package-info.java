/**
 * How often one application, or one address without a sign-in, may ask: by groups of paths, each with a dated rule that says how many requests a minute.
 *
 * <p>Counted by each replica for itself, so a service of three replicas lets three times as many through; what has to hold exactly,
 * as that a need has one sponsor, is kept by the database and not by this.
 */
@NullMarked
package id.tumbuh.platform.limits;

import org.jspecify.annotations.NullMarked;
