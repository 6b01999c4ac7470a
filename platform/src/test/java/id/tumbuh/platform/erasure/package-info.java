/** Tests of erasure. */
@NullMarked
package id.tumbuh.platform.erasure;

import org.jspecify.annotations.NullMarked;
