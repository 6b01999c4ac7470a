/** Tests of figures on a map. */
@NullMarked
package id.tumbuh.reporting.boundary;

import org.jspecify.annotations.NullMarked;
