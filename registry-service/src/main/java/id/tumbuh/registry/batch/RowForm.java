package id.tumbuh.registry.batch;

import java.util.Optional;

/** A row as it is written in JSON. */
public interface RowForm<T> {
    /** The first thing wrong with it. */
    Optional<Registration.Invalid> fault();

    /** The row in the types of the domain; only when there is no {@link #fault}. */
    T value();
}
