/**
 * Children whose newest weighing calls for a referral: twice not gained (2T), below the red line (BGM). Announced when it
 * begins, changes or ends; a pure function of the child's growth card.
 */
@NullMarked
package id.tumbuh.measurement.faltering;

import org.jspecify.annotations.NullMarked;
