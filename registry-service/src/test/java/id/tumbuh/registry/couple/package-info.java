/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.couple;

import org.jspecify.annotations.NullMarked;
