package id.tumbuh.reporting.publication;

import id.tumbuh.reporting.indicator.PublishedFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Answers what an indicator was from the snapshot that was the newest at a moment. */
@ApplicationScoped
class AnswerAsPublished implements PublishedFigures {
    private final Publications publications;
    private final PublishedRows rows;

    AnswerAsPublished(Publications publications, PublishedRows rows) {
        this.publications = publications;
        this.rows = rows;
    }

    @Override
    public Optional<Published> newest(Handle sql, Question question) {
        return publications
                .newest(sql, new Publications.Wanted(question.area(), question.month(), question.asOf()))
                .flatMap(publication -> published(sql, publication, question));
    }

    private Optional<Published> published(Handle sql, Publication publication, Question question) {
        List<Part> parts = parts(sql, publication, question);
        return parts.stream()
                .filter(part -> part.area().equals(question.area()))
                .findFirst()
                .map(whole -> new Published(
                        publication.id(),
                        publication.month(),
                        publication.asOf(),
                        publication.includes(),
                        whole,
                        parts.stream()
                                .filter(part -> Counts.parent(part.area()).equals(question.area()))
                                .toList()));
    }

    private List<Part> parts(Handle sql, Publication publication, Question question) {
        String code = question.indicator().code();
        return question.exact()
                ? rows.exact(sql, publication.id()).stream()
                        .filter(row -> row.indicator().equals(code))
                        .map(AnswerAsPublished::exact)
                        .toList()
                : rows.shown(sql, publication.id()).stream()
                        .filter(row -> row.indicator().equals(code))
                        .map(AnswerAsPublished::shown)
                        .toList();
    }

    private static Part exact(PublishedFigure row) {
        return new Part(row.area(), row.name(), row.numerator(), row.denominator(), row.percent(), row.coverage());
    }

    private static Part shown(PublishedRows.PublicRow row) {
        return new Part(
                row.area(),
                row.name(),
                row.shown().numerator(),
                row.shown().denominator(),
                row.shown().percent(),
                row.shown().coverage());
    }
}
