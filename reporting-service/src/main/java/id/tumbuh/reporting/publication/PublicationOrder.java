package id.tumbuh.reporting.publication;

import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to publish.
 *
 * @param reason why again, if the month was published before
 */
record PublicationOrder(
        UUID id,
        String area,
        YearMonth month,
        @Nullable String note,
        @Nullable String reason) {
    boolean isFor(Publication publication) {
        return publication.area().equals(area)
                && publication.month().equals(month)
                && Objects.equals(publication.note(), note)
                && Objects.equals(publication.reason(), reason);
    }
}
