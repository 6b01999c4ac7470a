/** The language between the services, as one. */
@NullMarked
package id.tumbuh.platform.contracts;

import org.jspecify.annotations.NullMarked;
