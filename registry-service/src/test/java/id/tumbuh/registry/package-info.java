/** Tests of the registry; its fixtures are synthetic persons only. */
@NullMarked
package id.tumbuh.registry;

import org.jspecify.annotations.NullMarked;
