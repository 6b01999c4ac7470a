package id.tumbuh.reporting.page;

import id.tumbuh.platform.session.SessionPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Words about signing in, as a page of this service. */
@ApplicationScoped
class ReportingSessionPages implements SessionPages {
    @Override
    public String home() {
        return "/";
    }

    @Override
    public Response page(SessionWords words) {
        return Pages.page(
                words.status(),
                PageResource.Templates.note(
                        words.locale().getLanguage(), words.title(), words.text(), words.href(), words.link()),
                words.locale());
    }
}
