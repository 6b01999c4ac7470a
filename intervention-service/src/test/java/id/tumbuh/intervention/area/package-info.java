@NullMarked
package id.tumbuh.intervention.area;

import org.jspecify.annotations.NullMarked;
