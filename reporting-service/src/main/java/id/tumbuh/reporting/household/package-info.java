/** Families at risk and who accompanies them, by the end of each month. */
@NullMarked
package id.tumbuh.reporting.household;

import org.jspecify.annotations.NullMarked;
