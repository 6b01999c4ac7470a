/** What holds for the service as a whole: its architecture, its contracts, its documents. */
@NullMarked
package id.tumbuh.intervention;

import org.jspecify.annotations.NullMarked;
