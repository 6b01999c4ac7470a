@NullMarked
package id.tumbuh.platform.limits;

import org.jspecify.annotations.NullMarked;
