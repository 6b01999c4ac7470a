/** Tests of matching. */
@NullMarked
package id.tumbuh.registry.imports.matching;

import org.jspecify.annotations.NullMarked;
