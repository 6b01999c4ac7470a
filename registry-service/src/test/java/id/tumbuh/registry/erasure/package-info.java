/** Tests of erasure. */
@NullMarked
package id.tumbuh.registry.erasure;

import org.jspecify.annotations.NullMarked;
