/** Lists of indicators that the centre asks for, and what is known of them. */
@NullMarked
package id.tumbuh.reporting.listed;

import org.jspecify.annotations.NullMarked;
