/** Tests of support. */
@NullMarked
package id.tumbuh.reporting.support;

import org.jspecify.annotations.NullMarked;
