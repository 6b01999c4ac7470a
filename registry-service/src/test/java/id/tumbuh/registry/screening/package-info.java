/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.screening;

import org.jspecify.annotations.NullMarked;
