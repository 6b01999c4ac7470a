/**
 * How what happens in each kabupaten reaches this service: when it was last heard of, how long events are on their way, in which versions
 * of their schemas they come. Watched as they arrive, in a consumer of its own; no figure depends on it.
 */
@NullMarked
package id.tumbuh.reporting.arrival;

import org.jspecify.annotations.NullMarked;
