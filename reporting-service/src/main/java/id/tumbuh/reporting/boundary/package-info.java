/**
 * Figures on a map: boundaries that somebody supplied with their licence, and figures joined to them as GeoJSON (RFC 7946). None is shipped:
 * no boundaries of Indonesia with a clear licence are to be had.
 */
@NullMarked
package id.tumbuh.reporting.boundary;

import org.jspecify.annotations.NullMarked;
