/** Of what a batch of events tells, the newest of each thing: what every projection of whole states begins with. */
@NullMarked
package id.tumbuh.reporting.told;

import org.jspecify.annotations.NullMarked;
