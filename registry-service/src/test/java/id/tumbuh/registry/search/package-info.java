/** Tests of this feature; the persons are synthetic. */
@NullMarked
package id.tumbuh.registry.search;

import org.jspecify.annotations.NullMarked;
