/** Tests of the quality of measuring. */
@NullMarked
package id.tumbuh.reporting.quality;

import org.jspecify.annotations.NullMarked;
