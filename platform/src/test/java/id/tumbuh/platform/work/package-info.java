@NullMarked
package id.tumbuh.platform.work;

import org.jspecify.annotations.NullMarked;
