/** Tests of told. */
@NullMarked
package id.tumbuh.reporting.told;

import org.jspecify.annotations.NullMarked;
