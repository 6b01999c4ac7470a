/** Tests of commitment. */
@NullMarked
package id.tumbuh.reporting.commitment;

import org.jspecify.annotations.NullMarked;
