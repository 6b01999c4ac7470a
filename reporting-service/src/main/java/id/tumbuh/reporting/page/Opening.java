package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a page about an area begins with: who is there, which area is meant, and the answers when it is none of theirs. */
@ApplicationScoped
class Opening {
    private final Database database;
    private final Areas areas;
    private final Visitor visitor;

    Opening(Database database, Areas areas, Visitor visitor) {
        this.database = database;
        this.areas = areas;
        this.visitor = visitor;
    }

    /** What is asked for. */
    record Asked(@Nullable String area, @Nullable String lang) {
        Locale locale() {
            return Pages.locale(lang);
        }
    }

    /** The area that is meant, and the way to it. */
    record Place(Area area, List<Step> path) {}

    /** Reads in one transaction. */
    @FunctionalInterface
    interface Reading<R> {
        R read(Handle sql, Place place);
    }

    /** What was read is shown outside of the transaction, where another service may be asked. */
    <R> Response open(Asked asked, String title, Reading<R> reading, Function<R, Response> showing) {
        Optional<Response> closed = visitor.closed(asked.locale());
        if (closed.isPresent()) {
            return closed.get();
        }
        Scope scope = visitor.scope();
        Optional<R> read = database.read(
                scope,
                sql -> visitor.ownArea(asked.area())
                        .flatMap(code -> areas.find(sql, code))
                        .map(area -> reading.read(sql, new Place(area, Step.of(areas.path(sql, area.code()), scope)))));
        return read.map(showing)
                .orElseGet(() -> Pages.note(
                        404, asked.locale(), title, Pages.words(asked.locale()).notYours()));
    }
}
