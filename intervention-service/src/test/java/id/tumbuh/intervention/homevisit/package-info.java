/** Tests of the feature; see the package documentation of the feature itself. */
@NullMarked
package id.tumbuh.intervention.homevisit;

import org.jspecify.annotations.NullMarked;
