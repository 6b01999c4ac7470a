/** Tests of eppgbm. */
@NullMarked
package id.tumbuh.registry.imports.eppgbm;

import org.jspecify.annotations.NullMarked;
