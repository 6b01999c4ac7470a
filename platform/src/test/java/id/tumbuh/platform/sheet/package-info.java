/** Tests of sheet. */
@NullMarked
package id.tumbuh.platform.sheet;

import org.jspecify.annotations.NullMarked;
