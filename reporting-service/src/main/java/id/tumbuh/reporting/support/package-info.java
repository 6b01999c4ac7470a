/** Needs for help and whether a sponsor (orang tua asuh) holds them, by the end of each month. */
@NullMarked
package id.tumbuh.reporting.support;

import org.jspecify.annotations.NullMarked;
