/** Reporting, tested with the events of the other services on a real broker. */
@NullMarked
package id.tumbuh.reporting;

import org.jspecify.annotations.NullMarked;
