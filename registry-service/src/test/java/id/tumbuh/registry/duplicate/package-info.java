/** Tests of finding, deciding and joining duplicates on a real database. */
@NullMarked
package id.tumbuh.registry.duplicate;

import org.jspecify.annotations.NullMarked;
