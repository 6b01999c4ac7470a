/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.member;

import org.jspecify.annotations.NullMarked;
