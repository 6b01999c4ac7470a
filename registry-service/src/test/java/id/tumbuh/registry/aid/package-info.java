/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.aid;

import org.jspecify.annotations.NullMarked;
