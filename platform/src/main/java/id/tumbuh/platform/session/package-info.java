/**
 * Signed-in browsers of the pages: the code flow of an OIDC issuer, or one-time links of a local installation, and the cookie
 * that carries a token.
 *
 * <p>Technical: knows nothing of who may do what. The token is checked like any other bearer token, wherever it came from; a
 * service without {@code tumbuh.session.cookie} has no sessions.
 */
@NullMarked
package id.tumbuh.platform.session;

import org.jspecify.annotations.NullMarked;
