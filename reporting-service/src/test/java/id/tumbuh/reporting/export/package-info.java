/** What other systems get, checked as they would check it. */
@NullMarked
package id.tumbuh.reporting.export;

import org.jspecify.annotations.NullMarked;
