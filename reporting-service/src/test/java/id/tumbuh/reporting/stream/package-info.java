/** Tests of stream. */
@NullMarked
package id.tumbuh.reporting.stream;

import org.jspecify.annotations.NullMarked;
