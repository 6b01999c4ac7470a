/** Tests of household. */
@NullMarked
package id.tumbuh.reporting.household;

import org.jspecify.annotations.NullMarked;
