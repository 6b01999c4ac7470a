package id.tumbuh.reporting.listed;

import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.survey.RecordedFigure;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an indicator of a list, in an area and period. */
public sealed interface Known {
    /** How many; null where nobody said. */
    @Nullable
    Long numerator();

    /** Of how many; null where nobody said. */
    @Nullable
    Long denominator();

    /** In percent; null where it is no share, or nobody said. */
    @Nullable
    BigDecimal percent();

    /**
     * Counted from events.
     *
     * @param months those that the figure is of
     */
    record Computed(String indicator, Figure figure, List<YearMonth> months) implements Known {
        public Computed {
            months = List.copyOf(months);
        }

        @Override
        public Long numerator() {
            return figure.numerator();
        }

        @Override
        public Long denominator() {
            return figure.denominator();
        }

        @Override
        public @Nullable BigDecimal percent() {
            return figure.percent();
        }
    }

    /**
     * What somebody said.
     *
     * @param contradicted whether somebody else said otherwise
     */
    record Recorded(RecordedFigure one, boolean contradicted) implements Known {
        public Recorded {}

        @Override
        public @Nullable Long numerator() {
            return one.said().numerator();
        }

        @Override
        public @Nullable Long denominator() {
            return one.said().denominator();
        }

        /** By the counts where they are told: a stated percentage may not follow of them. */
        @Override
        public @Nullable BigDecimal percent() {
            BigDecimal computed = one.said().computedPercent();
            return computed == null ? one.said().percent() : computed;
        }
    }

    /** Nobody said it, and no event tells it. */
    record Unrecorded() implements Known {
        public Unrecorded {}

        @Override
        public @Nullable Long numerator() {
            return null;
        }

        @Override
        public @Nullable Long denominator() {
            return null;
        }

        @Override
        public @Nullable BigDecimal percent() {
            return null;
        }
    }
}
