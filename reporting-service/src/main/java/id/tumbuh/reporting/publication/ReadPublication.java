package id.tumbuh.reporting.publication;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads a publication with its figures: exact ones of the reader's areas, for partners what everybody may see of them. */
@ApplicationScoped
class ReadPublication {
    private final Publications publications;
    private final PublishedRows rows;

    ReadPublication(Publications publications, PublishedRows rows) {
        this.publications = publications;
        this.rows = rows;
    }

    PublicationView read(Handle sql, Publication publication, Caller caller) {
        List<PublicationView.Row> before = publications
                .revision(sql, publication.area(), publication.month(), publication.revision() - 1)
                .map(earlier -> rows(sql, earlier.id(), caller))
                .orElse(List.of());
        return PublicationView.of(publication).with(rows(sql, publication.id(), caller), before);
    }

    private List<PublicationView.Row> rows(Handle sql, UUID publication, Caller caller) {
        return caller.roles().contains(Roles.PARTNER)
                ? rows.shown(sql, publication).stream()
                        .map(PublicationView.Row::shown)
                        .toList()
                : rows.exact(sql, publication).stream()
                        .map(PublicationView.Row::exact)
                        .toList();
    }
}
