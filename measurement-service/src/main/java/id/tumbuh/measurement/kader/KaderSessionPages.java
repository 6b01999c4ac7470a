package id.tumbuh.measurement.kader;

import id.tumbuh.platform.session.SessionPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Words about signing in, as a page for kader. */
@ApplicationScoped
class KaderSessionPages implements SessionPages {
    private final KaderFiles files;

    KaderSessionPages(KaderFiles files) {
        this.files = files;
    }

    @Override
    public String home() {
        return "/kader";
    }

    @Override
    public Response page(SessionWords words) {
        String page = files.note()
                .replace("{language}", words.locale().getLanguage())
                .replace("{title}", text(words.title()))
                .replace("{text}", text(words.text()))
                .replace("{link}", text(words.link()))
                .replace("{href}", text(words.href()));
        return Response.status(words.status())
                .entity(page)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", KaderResource.CONTENT_POLICY)
                .build();
    }

    private static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
