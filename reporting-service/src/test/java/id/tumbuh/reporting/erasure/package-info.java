/** Tests of erasure. */
@NullMarked
package id.tumbuh.reporting.erasure;

import org.jspecify.annotations.NullMarked;
