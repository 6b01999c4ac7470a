package id.tumbuh.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who sent the current request, read from its verified bearer token. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The same of an identity that sent no request, such as the one that is signing in. */
    public static Caller of(SecurityIdentity identity) {
        return new Caller(identity);
    }

    /** Whether nobody signed in. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** The token's subject: a person or a system, never a name. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    /** The application that asked on behalf of the subject. */
    public Optional<String> client() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.<String>getClaim("azp"))
                : Optional.empty();
    }

    /** The field of the OPD the subject works for, as {@code PUPR}; a token of role {@code opd} may carry it. */
    public Optional<String> opd() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.<String>getClaim("opd"))
                : Optional.empty();
    }

    /**
     * The partner's application that a person of role {@code partner} belongs to: all persons sign in by the one application of
     * the pages.
     */
    public Optional<String> partner() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.<String>getClaim("partner"))
                : Optional.empty();
    }

    /** When the token ends, and with it everything that still runs on it. */
    public Instant expires() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.MIN;
    }

    /** The areas of the claim {@code wilayah}; a token without the claim, or with an unreadable one, sees nothing. */
    public Scope scope() {
        Object claim = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("wilayah") : null;
        List<String> codes = new ArrayList<>();
        if (claim instanceof Iterable<?> values) {
            values.forEach(value -> codes.add(text(value)));
        } else if (claim != null) {
            codes.add(text(claim));
        }
        if (codes.contains("*")) {
            return Scope.everywhere();
        }
        return Scope.of(
                codes.stream().filter(AreaCode::isValid).map(AreaCode::new).toList());
    }

    private static String text(@Nullable Object value) {
        return value instanceof JsonString json ? json.getString() : String.valueOf(value);
    }
}
