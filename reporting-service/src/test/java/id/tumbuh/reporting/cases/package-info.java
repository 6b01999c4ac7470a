/** Tests of the case list. */
@NullMarked
package id.tumbuh.reporting.cases;

import org.jspecify.annotations.NullMarked;
