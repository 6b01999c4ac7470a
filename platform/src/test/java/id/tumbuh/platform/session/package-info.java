@NullMarked
package id.tumbuh.platform.session;

import org.jspecify.annotations.NullMarked;
