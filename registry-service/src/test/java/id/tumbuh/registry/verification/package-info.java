/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.verification;

import org.jspecify.annotations.NullMarked;
