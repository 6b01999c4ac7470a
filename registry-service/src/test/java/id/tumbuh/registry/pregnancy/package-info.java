/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.pregnancy;

import org.jspecify.annotations.NullMarked;
