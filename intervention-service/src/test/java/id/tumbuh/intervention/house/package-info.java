@NullMarked
package id.tumbuh.intervention.house;

import org.jspecify.annotations.NullMarked;
