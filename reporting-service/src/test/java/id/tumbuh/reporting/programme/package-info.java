/** Tests of programme. */
@NullMarked
package id.tumbuh.reporting.programme;

import org.jspecify.annotations.NullMarked;
