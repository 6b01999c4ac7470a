/** Real servers and real tokens for the tests of every module; nothing here is a stand-in. */
@NullMarked
package id.tumbuh.platform.testing;

import org.jspecify.annotations.NullMarked;
