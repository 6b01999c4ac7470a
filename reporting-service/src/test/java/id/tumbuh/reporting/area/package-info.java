@NullMarked
package id.tumbuh.reporting.area;

import org.jspecify.annotations.NullMarked;
