package id.tumbuh.intervention.partner;

import id.tumbuh.platform.session.SessionPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Words about signing in, as a page for partners. */
@ApplicationScoped
class PartnerSessionPages implements SessionPages {
    @Override
    public String home() {
        return "/partner";
    }

    @Override
    public Response page(SessionWords words) {
        return PartnerPage.note(words);
    }
}
