/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.area;

import org.jspecify.annotations.NullMarked;
