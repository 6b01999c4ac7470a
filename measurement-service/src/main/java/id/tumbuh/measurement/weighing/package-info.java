/**
 * Measurements of children: taken in, assessed, kept with every revision, announced.
 *
 * <p>Whatever changes a measurement holds the lock of its child; the row, its announcement and the child's growth status
 * commit together. A measurement of a child that is unknown, or not the sender's to see, waits without saying which.
 */
@NullMarked
package id.tumbuh.measurement.weighing;

import org.jspecify.annotations.NullMarked;
