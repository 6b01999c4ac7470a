/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.child;

import org.jspecify.annotations.NullMarked;
