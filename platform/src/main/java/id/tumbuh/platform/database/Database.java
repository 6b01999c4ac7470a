package id.tumbuh.platform.database;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.messaging.RelaySignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Runs work in one transaction, under the scope it is given. */
@ApplicationScoped
public class Database {
    /** A deadlock or serialization failure is no fault of the work: it is run again, up to this many times in all. */
    private static final int ATTEMPTS = 4;

    private final Jdbi jdbi;
    private final RelaySignal relay;

    @Inject
    public Database(DataSource dataSource, RelaySignal relay) {
        this.jdbi = Jdbi.create(dataSource);
        // A misspelt binding must fail, and array parameters are compared by nobody.
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
        jdbi.registerArrayType(LocalDate.class, "date");
        jdbi.registerArrayType(OffsetDateTime.class, "timestamptz");
        jdbi.registerArrayType(BigDecimal.class, "numeric");
        this.relay = relay;
    }

    /**
     * Runs the work in a transaction and commits it together with what it announced and audited.
     *
     * <p>The work may run more than once and must have no effect outside of the transaction.
     */
    public <T extends @Nullable Object> T write(Scope scope, Function<Transaction, T> work) {
        return write(scope, Plans.OF_THE_SERVER, work);
    }

    /** Like {@link #write(Scope, Function)}, with a say in how its statements are planned. */
    public <T extends @Nullable Object> T write(Scope scope, Plans plans, Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(scope, plans, work);
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !SqlFailures.isConflict(failure)) {
                    throw failure;
                }
            }
        }
    }

    /** Like {@link #write}, but nothing is announced or audited: what is done here was told when it happened. */
    public <T extends @Nullable Object> T rehearse(Scope scope, Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inTransaction(handle -> {
                    enter(handle, scope);
                    return work.apply(new Transaction(handle, scope));
                });
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !SqlFailures.isConflict(failure)) {
                    throw failure;
                }
            }
        }
    }

    /** Reads from one snapshot of what the scope allows to see. */
    public <T extends @Nullable Object> T read(Scope scope, Function<Handle, T> work) {
        return inTransaction(handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            enter(handle, scope);
            return work.apply(handle);
        });
    }

    private <T extends @Nullable Object> T writeOnce(Scope scope, Plans plans, Function<Transaction, T> work) {
        boolean[] announced = new boolean[1];
        T result = inTransaction(handle -> {
            enter(handle, scope, plans);
            Transaction transaction = new Transaction(handle, scope);
            T answer = work.apply(transaction);
            announced[0] = transaction.flush();
            return answer;
        });
        if (announced[0]) {
            relay.wake();
        }
        return result;
    }

    /**
     * Always a connection of its own. Jdbi would hand the transaction that runs on this thread to a second one begun inside
     * of it, which would then change the scope of the first.
     */
    private <T extends @Nullable Object> T inTransaction(HandleCallback<T, RuntimeException> work) {
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(work);
        }
    }

    /** Transaction-local, so that a pooled connection never carries one caller's scope to the next. */
    static void enter(Handle handle, Scope scope) {
        enter(handle, scope, Plans.OF_THE_SERVER);
    }

    private static void enter(Handle handle, Scope scope, Plans plans) {
        handle.createQuery("select set_config('app.wilayah', :scope, true) || set_config('app.wilayah_one', :one, true)"
                        + plans.setting())
                .bind("scope", scope.setting())
                .bind("one", scope.only())
                .mapTo(String.class)
                .one();
    }
}
