/** Tests of what is permitted. */
@NullMarked
package id.tumbuh.intervention.permission;

import org.jspecify.annotations.NullMarked;
