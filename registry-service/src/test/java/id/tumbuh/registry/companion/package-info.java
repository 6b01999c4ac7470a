/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.companion;

import org.jspecify.annotations.NullMarked;
