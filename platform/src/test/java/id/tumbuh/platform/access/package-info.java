/** Tokens, scopes and limits, against a running service. */
@NullMarked
package id.tumbuh.platform.access;

import org.jspecify.annotations.NullMarked;
