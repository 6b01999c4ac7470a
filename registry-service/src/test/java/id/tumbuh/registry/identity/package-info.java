/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.identity;

import org.jspecify.annotations.NullMarked;
