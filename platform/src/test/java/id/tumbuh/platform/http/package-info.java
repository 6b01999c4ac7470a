/** Tests of the feature; see the package documentation of the feature itself. */
@NullMarked
package id.tumbuh.platform.http;

import org.jspecify.annotations.NullMarked;
