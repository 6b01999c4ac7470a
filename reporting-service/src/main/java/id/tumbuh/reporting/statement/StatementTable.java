package id.tumbuh.reporting.statement;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where statements of one kind are kept. */
public interface StatementTable<T extends Statement<T>> {
    /** What stands under the key of the given one, locked until the transaction ends. */
    Optional<T> lock(Handle sql, T told);

    /** Returns false when the key is taken. */
    boolean insert(Handle sql, T told);

    void update(Handle sql, T told);
}
