package id.tumbuh.reporting.page;

import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.session.FormToken;
import id.tumbuh.reporting.listed.IndicatorList;
import id.tumbuh.reporting.listed.IndicatorLists;
import id.tumbuh.reporting.listed.ListEntry;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.survey.RecordedFigure;
import id.tumbuh.reporting.survey.RecordedFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds what a form is of, and shows it. */
@ApplicationScoped
class RecordForms {
    private final IndicatorLists lists;
    private final RecordedFigures figures;

    RecordForms(IndicatorLists lists, RecordedFigures figures) {
        this.lists = lists;
        this.figures = figures;
    }

    /**
     * What a form is of.
     *
     * @param entry null where the list has no such indicator
     * @param held the figure that is corrected; null for a new one
     */
    record Open(
            RecordSent sent,
            Opening.Place place,
            @Nullable ListEntry entry,
            @Nullable RecordedFigure held) {
        Locale locale() {
            return sent.locale();
        }

        RecordMessages words() {
            return Pages.words(RecordMessages.class, locale());
        }
    }

    /** What stands in the fields, what is wrong there, and what is wrong as a whole. */
    record Filled(
            RecordedEntry entry,
            List<Problem.Violation> faults,
            @Nullable String problem) {}

    Open open(Handle sql, Opening.Place place, RecordSent sent) {
        Optional<ListEntry> entry = lists.find(sql, sent.list()).map(IndicatorList::code).stream()
                .flatMap(code -> lists.entries(sql, code, MonthCounters.today()).stream())
                .filter(one -> one.indicator().equals(sent.indicator()))
                .findFirst();
        // one of another area or indicator is not corrected here
        Optional<RecordedFigure> held = sent.id()
                .flatMap(id -> figures.find(sql, id))
                .filter(one -> one.area().equals(place.area().code()))
                .filter(one -> one.indicator().equals(sent.indicator()));
        return new Open(sent, place, entry.orElse(null), held.orElse(null));
    }

    /** A new one, or the figure that is corrected as it stands. */
    Response first(Open open, ListEntry entry, String bearer) {
        RecordedFigure held = open.held();
        RecordPage.Target target = held == null
                ? target(open, UUID.randomUUID(), "")
                : target(open, held.id(), Long.toString(held.version()));
        RecordedEntry typed = held == null
                ? RecordedEntry.of(open.sent().period().first().getYear())
                : RecordedEntry.of(held, new Wording(open.locale()));
        return page(200, open, entry, target, new Filled(typed, List.of(), null), bearer);
    }

    /** What was typed, and why it was not kept. */
    Response again(int status, Open open, ListEntry entry, UUID id, Filled filled, String bearer) {
        Long version = open.sent().version();
        return page(status, open, entry, target(open, id, version == null ? "" : version.toString()), filled, bearer);
    }

    private static RecordPage.Target target(Open open, UUID id, String version) {
        RecordSent sent = open.sent();
        return new RecordPage.Target(sent.list(), sent.period().code(), sent.indicator(), id.toString(), version);
    }

    private static Response page(
            int status, Open open, ListEntry entry, RecordPage.Target target, Filled filled, String bearer) {
        RecordPage page = new RecordPage(
                open.place(),
                target,
                entry.name().in(open.locale()),
                target.version().isEmpty() ? open.words().title() : open.words().correct(),
                FormToken.of(bearer),
                RecordField.all(filled.entry(), filled.faults(), open.locale()),
                filled.problem());
        return Pages.page(
                status, RecordResource.Templates.record(page, open.locale().getLanguage()), open.locale());
    }
}
