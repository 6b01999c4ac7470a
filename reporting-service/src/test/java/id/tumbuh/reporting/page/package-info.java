/** Tests of page. */
@NullMarked
package id.tumbuh.reporting.page;

import org.jspecify.annotations.NullMarked;
