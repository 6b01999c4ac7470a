/**
 * The stateless assessment over HTTP, and what every feature that assesses shares: the policy in force, and measures on the
 * wire. Knows no child and stores nothing.
 */
@NullMarked
package id.tumbuh.measurement.assessment;

import org.jspecify.annotations.NullMarked;
