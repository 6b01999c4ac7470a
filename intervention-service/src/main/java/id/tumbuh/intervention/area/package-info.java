/**
 * Names of areas, as registry publishes them: what a reader of a page sees instead of a code.
 *
 * <p>Down to the kecamatan only: nobody is shown a desa by its name from here.
 */
@NullMarked
package id.tumbuh.intervention.area;

import org.jspecify.annotations.NullMarked;
