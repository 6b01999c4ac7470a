/** What became of the deliveries that sponsors promised, counted by the month they were planned for. */
@NullMarked
package id.tumbuh.reporting.delivery;

import org.jspecify.annotations.NullMarked;
