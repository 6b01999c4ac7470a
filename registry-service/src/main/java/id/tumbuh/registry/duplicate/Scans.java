package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.sameperson.MatchingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Walks over all children once more and then over all members, as after a corrected rule. Each step is a transaction: a crash repeats one at most. */
@ApplicationScoped
class Scans {
    private static final UUID START = new UUID(0, 0);

    private final Database database;
    private final FindDuplicates find;
    private final SamePersonRules rules;
    private final DuplicateConfig config;

    Scans(Database database, FindDuplicates find, SamePersonRules rules, DuplicateConfig config) {
        this.database = database;
        this.find = find;
        this.rules = rules;
        this.config = config;
    }

    /** How far a scan is. */
    record Scan(
            UUID id,
            String modelVersion,
            long compared,
            long found,
            Instant requestedAt,
            @Nullable Instant finishedAt) {}

    private record Running(UUID id, PersonKind kind, UUID reached) {}

    /** One at a time: who asks during one joins it. */
    Scan request(Actor actor) {
        String version = rules.today().version();
        return database.write(Scope.everywhere(), tx -> {
            tx.sql()
                    .createUpdate(
                            "insert into same_person_scan (id, model_version) values (:id, :version) on conflict do nothing")
                    .bind("id", UUID.randomUUID())
                    .bind("version", version)
                    .execute();
            Scan scan = latest(tx.sql()).orElseThrow();
            tx.audit(actor.did("SCAN", "duplicate-scan", scan.id(), null));
            return scan;
        });
    }

    Optional<Scan> latest() {
        return database.read(Scope.everywhere(), Scans::latest);
    }

    /** Returns whether there was something to do. */
    boolean step() {
        MatchingModel model = rules.today();
        return database.write(Scope.everywhere(), tx -> {
            Optional<Running> running = running(tx.sql());
            running.ifPresent(scan -> step(tx, scan, model));
            return running.isPresent();
        });
    }

    private void step(Transaction tx, Running scan, MatchingModel model) {
        List<UUID> next = tx.sql()
                .createQuery("select id from %s where id > :reached order by id limit :step"
                        .formatted(scan.kind().word()))
                .bind("reached", scan.reached())
                .bind("step", config.scanStep())
                .mapTo(UUID.class)
                .list();
        boolean isEnded = next.size() < config.scanStep();
        int found = find.find(tx, model, scan.kind(), next);
        tx.sql()
                .createUpdate("""
                        update same_person_scan set reached = :reached, compared = compared + :compared, found = found + :found,
                            kind = case when :ended then 'MEMBER' else kind end,
                            finished_at = case when :ended and kind = 'MEMBER' then clock_timestamp() end
                        where id = :id""")
                .bind("reached", isEnded ? START : next.getLast())
                .bind("compared", next.size())
                .bind("found", found)
                .bind("ended", isEnded)
                .bind("id", scan.id())
                .execute();
    }

    private static Optional<Running> running(Handle sql) {
        return sql.createQuery(
                        "select id, kind, reached from same_person_scan where finished_at is null for update skip locked")
                .map((row, _) -> new Running(
                        row.getObject("id", UUID.class),
                        PersonKind.valueOf(row.getString("kind")),
                        row.getObject("reached", UUID.class)))
                .findOne();
    }

    private static Optional<Scan> latest(Handle sql) {
        return sql.createQuery("select * from same_person_scan order by requested_at desc limit 1")
                .map((row, _) -> new Scan(
                        row.getObject("id", UUID.class),
                        row.getString("model_version"),
                        row.getLong("compared"),
                        row.getLong("found"),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("finished_at", OffsetDateTime.class))))
                .findOne();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
