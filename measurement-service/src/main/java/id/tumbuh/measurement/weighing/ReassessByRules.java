package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Assesses measurements again whose rules were corrected, some children a transaction, each of which says how far the pass is: one
 * that was cut short goes on where its last transaction ended, here after the next start or in another replica.
 */
@ApplicationScoped
class ReassessByRules {

    static final int CHILDREN_AT_A_TIME = 250;
    private static final int WAIT_AFTER_FAILURE_SECONDS = 5;
    private static final String COLUMNS =
            "select id, area_code, children, measurements, started_at, finished_at, last_child from reassessment";

    private final Database database;
    private final Roster roster;
    private final CorrectMeasurements correct;
    private final RuleBook rules;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private record Progress(Reassessment pass, UUID lastChild) {}

    ReassessByRules(Database database, Roster roster, CorrectMeasurements correct, RuleBook rules) {
        this.database = database;
        this.roster = roster;
        this.correct = correct;
        this.rules = rules;
    }

    void resume(@Observes StartupEvent start) {
        unfinished().forEach(this::begin);
    }

    void stop(@Observes ShutdownEvent stop) {
        stopped.countDown();
    }

    /** Begins a pass; one over this area that is still running is the one. */
    Reassessment start(UUID id, String area, Caller caller) {
        rules.refresh();
        Reassessment pass = database.write(Scope.everywhere(), tx -> {
            tx.sql()
                    .createUpdate("""
                            insert into reassessment (id, area_code, started_by) values (:id, :area, :by)
                            on conflict do nothing""")
                    .bind("id", id)
                    .bind("area", area)
                    .bind("by", caller.subject())
                    .execute();
            tx.audit(AuditEntry.of(caller, "REASSESS", "area", area, area.isEmpty() ? null : area));
            return tx.sql()
                    .createQuery(COLUMNS
                            + " where id = :id or (area_code = :area and finished_at is null) order by started_at")
                    .bind("id", id)
                    .bind("area", area)
                    .map((row, _) -> progress(row).pass())
                    .first();
        });
        begin(pass.id());
        return pass;
    }

    Optional<Reassessment> find(UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery(COLUMNS + " where id = :id")
                        .bind("id", id)
                        .map((row, _) -> progress(row).pass())
                        .findOne());
    }

    private List<UUID> unfinished() {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select id from reassessment where finished_at is null order by started_at")
                        .mapTo(UUID.class)
                        .list());
    }

    private void begin(UUID id) {
        Thread.ofVirtual().name("reassessment-" + id).start(() -> run(id));
    }

    private void run(UUID id) {
        boolean more = true;
        while (more && stopped.getCount() > 0) {
            try {
                more = step(id);
            } catch (RuntimeException failure) {
                Log.warnf("Reassessment waits: %s", failure.getClass().getSimpleName());
                more = waited();
            }
        }
    }

    /** Whether to go on: not when the service ends meanwhile. */
    private boolean waited() {
        try {
            return !stopped.await(WAIT_AFTER_FAILURE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The next children of a pass; returns whether there are more. Two that step at once come one after the other. */
    boolean step(UUID id) {
        return database.write(Scope.everywhere(), tx -> {
            Optional<Progress> locked = tx.sql()
                    .createQuery(COLUMNS + " where id = :id and finished_at is null for update")
                    .bind("id", id)
                    .map((row, _) -> progress(row))
                    .findOne();
            return locked.map(progress -> step(tx, progress)).orElse(false);
        });
    }

    private boolean step(Transaction tx, Progress progress) {
        String area = progress.pass().area();
        List<UUID> children = tx.sql()
                .createQuery("""
                        select id from child where id > :last and (:area = '' or area_code = :area or area_code like :inside)
                        order by id limit :limit""")
                .bind("last", progress.lastChild())
                .bind("area", area)
                .bind("inside", area + ".%")
                .bind("limit", CHILDREN_AT_A_TIME)
                .mapTo(UUID.class)
                .list();
        boolean more = children.size() == CHILDREN_AT_A_TIME;
        int revised = correct.reassessByRules(
                tx, roster.lock(tx.sql(), Set.copyOf(children)).values());
        tx.sql()
                .createUpdate("""
                        update reassessment set last_child = :last, children = children + :children,
                            measurements = measurements + :revised, finished_at = case when :more then null else clock_timestamp() end
                        where id = :id""")
                .bind("last", children.isEmpty() ? progress.lastChild() : children.getLast())
                .bind("children", children.size())
                .bind("revised", revised)
                .bind("more", more)
                .bind("id", progress.pass().id())
                .execute();
        return more;
    }

    private static Progress progress(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Progress(
                new Reassessment(
                        row.getObject("id", UUID.class),
                        row.getString("area_code"),
                        row.getLong("children"),
                        row.getLong("measurements"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        finished == null ? null : finished.toInstant()),
                row.getObject("last_child", UUID.class));
    }
}
