/** Tests of sheet. */
@NullMarked
package id.tumbuh.registry.imports.sheet;

import org.jspecify.annotations.NullMarked;
