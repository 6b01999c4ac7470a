/** Tests of survey against routine. */
@NullMarked
package id.tumbuh.reporting.reconciliation;

import org.jspecify.annotations.NullMarked;
