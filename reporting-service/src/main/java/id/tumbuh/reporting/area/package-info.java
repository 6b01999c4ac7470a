/** Names of areas, as registry publishes them: what a reader of figures sees instead of a code. */
@NullMarked
package id.tumbuh.reporting.area;

import org.jspecify.annotations.NullMarked;
