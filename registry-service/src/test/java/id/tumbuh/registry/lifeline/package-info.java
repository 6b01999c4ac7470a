/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.lifeline;

import org.jspecify.annotations.NullMarked;
