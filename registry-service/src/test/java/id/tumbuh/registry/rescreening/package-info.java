/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.rescreening;

import org.jspecify.annotations.NullMarked;
