/** Imports on real servers. */
@NullMarked
package id.tumbuh.registry.imports;

import org.jspecify.annotations.NullMarked;
