package id.tumbuh.registry.rescreening;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.family.ScreenFamilies;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The passes over families: begun when there is a reason, carried on in portions. */
@ApplicationScoped
class RunScreening {
    private static final Actor SYSTEM = new Actor("screening", null, Scope.everywhere());

    private final Database database;
    private final ScreenFamilies families;
    private final ScreeningRules rules;
    private final RescreeningConfig config;

    RunScreening(Database database, ScreenFamilies families, ScreeningRules rules, RescreeningConfig config) {
        this.database = database;
        this.families = families;
        this.rules = rules;
        this.config = config;
    }

    /**
     * One portion of whatever has to be done today; returns whether there is more. Rules that are others since the last pass
     * over all families come first: that pass looks at those that are due as well.
     */
    boolean step() {
        Screener today = rules.today();
        return database.write(Scope.everywhere(), tx -> {
            begin(tx.sql(), today);
            return unfinished(tx.sql()).map(run -> step(tx, run, today)).orElse(false);
        });
    }

    List<ScreeningRun> latest(int limit) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select * from screening_run order by started_at desc limit :limit")
                        .bind("limit", limit)
                        .map((row, _) -> ScreeningRun.read(row))
                        .list());
    }

    private static void begin(Handle sql, Screener today) {
        sql.createUpdate("""
                        insert into screening_run (id, kind, day, rule_version)
                        select :id, 'ALL', :day, :rules
                        where coalesce((select rule_version <> :rules from screening_run
                            where kind = 'ALL' order by started_at desc limit 1), true)
                        on conflict do nothing""")
                .bind("id", UUID.randomUUID())
                .bind("day", today.day())
                .bind("rules", today.policy().version())
                .execute();
        sql.createUpdate("""
                        insert into screening_run (id, kind, day, rule_version) values (:id, 'DUE', :day, :rules)
                        on conflict do nothing""")
                .bind("id", UUID.randomUUID())
                .bind("day", today.day())
                .bind("rules", today.policy().version())
                .execute();
    }

    private record Unfinished(ScreeningRun run, UUID lastFamily) {}

    /** Locked: of two that step at once one waits, and goes on where the other ended. */
    private static Optional<Unfinished> unfinished(Handle sql) {
        return sql.createQuery("""
                        select * from screening_run where finished_at is null
                        order by kind, started_at limit 1 for update""")
                .map((row, _) -> new Unfinished(ScreeningRun.read(row), row.getObject("last_family", UUID.class)))
                .findOne();
    }

    /** Always by today's rules: a pass that took longer than a day, or than a rule, does not decide by old ones. */
    private boolean step(Transaction tx, Unfinished unfinished, Screener today) {
        ScreeningRun run = unfinished.run();
        boolean isOutdated = run.kind() == ScreeningRun.Kind.ALL
                && !run.ruleVersion().equals(today.policy().version());
        UUID after = isOutdated ? new UUID(0, 0) : unfinished.lastFamily();
        ScreenFamilies.Portion portion = switch (run.kind()) {
            case ALL -> families.screenAll(tx, SYSTEM, today, after, config.portion());
            case DUE -> families.screenDue(tx, SYSTEM, today, config.portion());
        };
        boolean isLast = portion.screened() < config.portion();
        tx.sql()
                .createUpdate("""
                        update screening_run set last_family = :last, screened = screened + :screened,
                            changed = changed + :changed, rule_version = :rules,
                            finished_at = case when :isLast then clock_timestamp() end
                        where id = :id""")
                .bind("id", run.id())
                .bind("last", portion.last())
                .bind("screened", portion.screened())
                .bind("changed", portion.changed())
                .bind("rules", today.policy().version())
                .bind("isLast", isLast)
                .execute();
        return !isLast || unfinished(tx.sql()).isPresent();
    }
}
