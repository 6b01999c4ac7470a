/** Takes erased children out of every figure and list, so that each stays equal to a recomputation; and confirms. */
@NullMarked
package id.tumbuh.reporting.erasure;

import org.jspecify.annotations.NullMarked;
