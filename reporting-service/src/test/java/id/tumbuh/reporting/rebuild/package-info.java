@NullMarked
package id.tumbuh.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
