package id.tumbuh.registry.batch;

/** A row as it is written in JSON. */
public interface RowForm<T> extends Form {
    /** The row in the types of the domain; only when there is no {@link #fault}. */
    T value();
}
