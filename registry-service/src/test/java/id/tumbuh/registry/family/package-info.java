/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.family;

import org.jspecify.annotations.NullMarked;
