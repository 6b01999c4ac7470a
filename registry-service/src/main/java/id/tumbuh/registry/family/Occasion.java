package id.tumbuh.registry.family;

import java.time.LocalDate;
import java.util.UUID;

/** What happened to a family, where it is more than a correction of what is known of it. */
sealed interface Occasion {
    /** The day from which it holds. */
    LocalDate on();

    record Moved(String fromArea, LocalDate on) implements Occasion {}

    /** Some of its members are a family of their own now. */
    record Split(UUID into, LocalDate on) implements Occasion {}

    /** It turned out to be another family, which lives on. */
    record Merged(LocalDate on) implements Occasion {}

    /** The merge was a mistake. */
    record Separated(LocalDate on) implements Occasion {}
}
