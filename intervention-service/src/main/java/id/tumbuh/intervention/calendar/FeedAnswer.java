package id.tumbuh.intervention.calendar;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Date;

/** A feed as an answer, or that it is still the one the reader has. */
final class FeedAnswer {
    static final String ICALENDAR = "text/calendar;charset=UTF-8";

    private FeedAnswer() {}

    @SuppressWarnings("JavaUtilDate") // JAX-RS knows no other
    static Response of(MakeFeed.Feed feed, Request request) {
        EntityTag tag = new EntityTag(feed.tag());
        Date modified = Date.from(feed.lastModified());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(modified, tag);
        CacheControl revalidated = new CacheControl();
        revalidated.setPrivate(true);
        revalidated.setNoCache(true);
        return (unchanged == null ? Response.ok(feed.text(), ICALENDAR) : unchanged)
                .tag(tag)
                .lastModified(modified)
                .cacheControl(revalidated)
                .build();
    }
}
