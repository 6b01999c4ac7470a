/** Where an area wants to be, year by year: the national path, its own targets, and what is still to do from now. */
@NullMarked
package id.tumbuh.reporting.targets;

import org.jspecify.annotations.NullMarked;
