/** Tests of published figures. */
@NullMarked
package id.tumbuh.reporting.publication;

import org.jspecify.annotations.NullMarked;
