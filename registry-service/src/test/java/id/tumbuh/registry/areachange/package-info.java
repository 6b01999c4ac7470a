/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.areachange;

import org.jspecify.annotations.NullMarked;
