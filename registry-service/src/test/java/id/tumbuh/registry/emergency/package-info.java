/** Tests of emergency access. */
@NullMarked
package id.tumbuh.registry.emergency;

import org.jspecify.annotations.NullMarked;
