package id.tumbuh.platform.session;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The authorization code flow of Quarkus, on the paths of the sign-in alone: everything else of a service knows bearer tokens
 * only. Its cookies are sent nowhere else.
 */
@ApplicationScoped
class IssuerTenant {
    /** A part of no path: Quarkus would take this tenant for any path with it. */
    static final String ID = "sign-in-at-issuer";

    static final String SIGNED_OUT = "/session/over";
    static final String NOTE = "/session/note";

    void create(
            @Observes Oidc oidc,
            IssuerConfig issuer,
            SessionConfig session,
            @ConfigProperty(name = "tumbuh.service") String service) {
        if (issuer.address().isPresent() && session.cookie().isPresent()) {
            oidc.create(tenant(issuer, service));
        }
    }

    private static OidcTenantConfig tenant(IssuerConfig issuer, String service) {
        OidcTenantConfigBuilder tenant = OidcTenantConfig.authServerUrl(
                        issuer.address().orElseThrow().toString())
                .tenantId(ID)
                .tenantPaths(Issuer.PATH, Issuer.LEAVE)
                .applicationType(ApplicationType.WEB_APP)
                .clientId(issuer.client());
        issuer.clientSecret().ifPresent(tenant::credentials);
        var flow = tenant.authentication()
                .redirectPath(Issuer.PATH)
                .restorePathAfterRedirect()
                .errorPath(NOTE)
                .pkceRequired()
                .nonceRequired()
                .failOnMissingStateParam()
                // Browsers share cookies between the ports of a host, so each service has names of its own.
                .cookieSuffix(service)
                .cookiePath(Issuer.PATH)
                .stateCookieAge(issuer.formTime());
        issuer.cookieSecret().ifPresent(flow::stateSecret);
        var state = flow.end().tokenStateManager();
        issuer.cookieSecret().ifPresent(state::encryptionSecret);
        return state.end()
                .logout()
                .path(Issuer.LEAVE)
                .postLogoutPath(SIGNED_OUT)
                .end()
                .build();
    }
}
