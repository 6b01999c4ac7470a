/** Tests of growth. */
@NullMarked
package id.tumbuh.reporting.growth;

import org.jspecify.annotations.NullMarked;
