/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.posyandu;

import org.jspecify.annotations.NullMarked;
