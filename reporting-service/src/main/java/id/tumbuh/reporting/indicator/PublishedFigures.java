package id.tumbuh.reporting.indicator;

import id.tumbuh.reporting.progress.Progress;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Figures as they were published: kept elsewhere, asked for here. */
public interface PublishedFigures {

    /**
     * Which figure.
     *
     * @param month null for the newest that was published
     * @param asOf the moment at which it was the newest; null for now
     * @param exact whether the reader may see counts as they are; otherwise small ones are hidden and others rounded
     */
    record Question(
            Indicator indicator,
            String area,
            @Nullable YearMonth month,
            @Nullable Instant asOf,
            boolean exact) {
        public Question {}
    }

    /** An area's figure; counts that are null are hidden. */
    record Part(
            String area,
            String name,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal coverage) {
        public Part {}
    }

    /** The figure with those of the areas one level below, from one publication. */
    record Published(
            UUID publication,
            YearMonth month,
            @Nullable Instant asOf,
            List<Progress.Included> includes,
            Part whole,
            List<Part> parts) {
        public Published {
            includes = List.copyOf(includes);
            parts = List.copyOf(parts);
        }
    }

    Optional<Published> newest(Handle sql, Question question);
}
