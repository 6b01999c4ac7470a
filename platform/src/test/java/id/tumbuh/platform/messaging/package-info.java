/** Event delivery on a real broker and a real database. */
@NullMarked
package id.tumbuh.platform.messaging;

import org.jspecify.annotations.NullMarked;
