/** Tests of the feature; see the package documentation of the feature itself. */
@NullMarked
package id.tumbuh.intervention.photo;

import org.jspecify.annotations.NullMarked;
