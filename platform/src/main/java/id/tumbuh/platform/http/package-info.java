/**
 * What every HTTP answer of the platform has in common: problems after RFC 9457 that name field and reason and never echo a
 * value, in the caller's language, and the limits of a request.
 */
@NullMarked
package id.tumbuh.platform.http;

import org.jspecify.annotations.NullMarked;
