/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.priority;

import org.jspecify.annotations.NullMarked;
