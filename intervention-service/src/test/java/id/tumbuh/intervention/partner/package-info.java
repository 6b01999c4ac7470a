@NullMarked
package id.tumbuh.intervention.partner;

import org.jspecify.annotations.NullMarked;
