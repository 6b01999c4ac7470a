/**
 * The growth status of a child, and the announcement when it changes.
 *
 * <p>The status is a pure function of the latest revisions of the child's measurements: in whatever order they came, however
 * often, corrected or voided in between, the same set gives the same status. It knows no HTTP and no consumer.
 */
@NullMarked
package id.tumbuh.measurement.stunting;

import org.jspecify.annotations.NullMarked;
