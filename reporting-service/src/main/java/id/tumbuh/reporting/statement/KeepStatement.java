package id.tumbuh.reporting.statement;

import id.tumbuh.platform.database.Transaction;
import java.util.Optional;

/** Keeps a statement: new, the same again, or in place of the version that was read. */
public final class KeepStatement<T extends Statement<T>> {
    private final StatementTable<T> table;

    public KeepStatement(StatementTable<T> table) {
        this.table = table;
    }

    public Kept<T> keep(Transaction tx, Writer writer, T told) {
        if (!writer.answersFor(told.area())) {
            return new Kept.NotYours<>();
        }
        Optional<T> held = table.lock(tx.sql(), told);
        if (held.isPresent()) {
            return replace(tx, writer, held.get(), told);
        }
        if (writer.read() != null) {
            return new Kept.Stale<>();
        }
        T first = told.withVersion(1);
        if (table.insert(tx.sql(), first)) {
            tx.audit(writer.did("CREATE", first));
            return new Kept.Created<>(first);
        }
        // Somebody sent it at the same moment.
        return replace(tx, writer, table.lock(tx.sql(), told).orElseThrow(), told);
    }

    private Kept<T> replace(Transaction tx, Writer writer, T held, T told) {
        T next = told.withVersion(held.version());
        if (next.equals(held)) {
            return new Kept.Unchanged<>(held);
        }
        if (!writer.answersFor(held.area())) {
            return new Kept.NotYours<>();
        }
        if (writer.read() == null) {
            return new Kept.Taken<>();
        }
        if (writer.read() != held.version()) {
            return new Kept.Stale<>();
        }
        T now = told.withVersion(held.version() + 1);
        table.update(tx.sql(), now);
        tx.audit(writer.did("CHANGE", now));
        return new Kept.Changed<>(now);
    }
}
