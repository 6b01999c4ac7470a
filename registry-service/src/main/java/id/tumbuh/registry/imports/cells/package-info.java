/**
 * What stands in a cell, read as people write it: words, days, figures; and what can be wrong with it.
 *
 * <p>A {@link Finding} names the column and the reason, never what was written. Pure: knows neither a format nor the registry.
 */
@NullMarked
package id.tumbuh.registry.imports.cells;

import org.jspecify.annotations.NullMarked;
