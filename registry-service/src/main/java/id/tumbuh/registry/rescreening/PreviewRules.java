package id.tumbuh.registry.rescreening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.family.ScreenFamilies;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Computes what rules would change, portion by portion, and puts them in force. */
@ApplicationScoped
class PreviewRules {
    private static final TypeReference<List<RuleChange>> CHANGES = new TypeReference<>() {};

    private final Database database;
    private final ScreenFamilies families;
    private final ProposedRules proposed;
    private final ScreeningRules rules;
    private final RescreeningConfig config;
    private final ObjectMapper json;

    PreviewRules(
            Database database,
            ScreenFamilies families,
            ProposedRules proposed,
            ScreeningRules rules,
            RescreeningConfig config,
            ObjectMapper json) {
        this.database = database;
        this.families = families;
        this.proposed = proposed;
        this.rules = rules;
        this.config = config;
        this.json = json;
    }

    /** A stored preview. */
    record Stored(
            UUID id,
            RulePreview.State state,
            List<RuleChange> changes,
            LocalDate day,
            String baseVersion,
            Scope scope,
            UUID lastFamily,
            long screened) {
        Stored {
            changes = List.copyOf(changes);
        }
    }

    /** Safe to repeat; false when the id stands for other changes. */
    boolean start(Actor actor, UUID id, List<RuleChange> changes) {
        Screener today = rules.today();
        LocalDate day = proposed.day(changes, today.day());
        proposed.screener(changes, day);
        return database.write(actor.scope(), tx -> {
            int added = tx.sql()
                    .createUpdate("""
                            insert into rule_preview (id, areas, made_by, changes, day, base_version)
                            values (:id, :areas, :by, cast(:changes as jsonb), :day, :base) on conflict do nothing""")
                    .bind("id", id)
                    .bindArray("areas", String.class, areas(actor.scope()))
                    .bind("by", actor.subject())
                    .bind("changes", written(changes))
                    .bind("day", day)
                    .bind("base", today.policy().version())
                    .execute();
            if (added == 1) {
                tx.audit(actor.did("PREVIEW", "rule", id, null));
            }
            return find(tx.sql(), id)
                    .filter(stored -> written(stored.changes()).equals(written(changes)))
                    .isPresent();
        });
    }

    /** One portion of the oldest preview that isn't done; returns whether there is more to do. */
    boolean step() {
        Optional<Stored> waiting = database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select * from rule_preview where state = 'RUNNING' order by started_at limit 1")
                        .map((row, _) -> read(row))
                        .findOne());
        if (waiting.isEmpty()) {
            return false;
        }
        Stored preview = waiting.get();
        Screener now = proposed.screener(List.of(), preview.day());
        Screener then = proposed.screener(preview.changes(), preview.day());
        database.write(preview.scope(), tx -> step(tx, preview, now, then));
        return true;
    }

    /** Of two replicas that step at once, one waits and then finds another place than it has read. */
    private boolean step(Transaction tx, Stored preview, Screener now, Screener then) {
        ScreenFamilies.Comparison comparison =
                families.compare(tx.sql(), now, then, preview.lastFamily(), config.portion());
        ScreenFamilies.Portion portion = comparison.portion();
        boolean mine = tx.sql()
                        .createUpdate("""
                        update rule_preview set last_family = :last, screened = screened + :screened,
                            state = case when :isLast then 'DONE' else 'RUNNING' end,
                            finished_at = case when :isLast then clock_timestamp() end
                        where id = :id and last_family = :before and state = 'RUNNING'""")
                        .bind("id", preview.id())
                        .bind("before", preview.lastFamily())
                        .bind("last", portion.last())
                        .bind("screened", portion.screened())
                        .bind("isLast", portion.screened() < config.portion())
                        .execute()
                == 1;
        if (mine) {
            PreviewedChanges.add(tx.sql(), preview.id(), comparison.differences());
        }
        return mine;
    }

    /** What became of the wish to put a preview in force. */
    enum Enactment {
        DONE,
        UNKNOWN,
        RUNNING,
        OUTDATED
    }

    /** The rules hold from here on; the pass over all families follows by itself. */
    Enactment enact(Actor actor, UUID id) {
        String current = rules.today().policy().version();
        Enactment enactment = database.write(actor.scope(), tx -> {
            Optional<Stored> found = find(tx.sql(), id, " for update");
            if (found.isEmpty()) {
                return Enactment.UNKNOWN;
            }
            return switch (found.get().state()) {
                case RUNNING -> Enactment.RUNNING;
                case ENACTED -> Enactment.DONE;
                case DONE ->
                    found.get().baseVersion().equals(current) ? enact(tx, actor, found.get()) : Enactment.OUTDATED;
            };
        });
        if (enactment == Enactment.DONE) {
            rules.refresh();
        }
        return enactment;
    }

    private Enactment enact(Transaction tx, Actor actor, Stored preview) {
        preview.changes().forEach(change -> proposed.enact(tx.sql(), change));
        tx.sql()
                .createUpdate("""
                        update rule_preview set state = 'ENACTED', enacted_by = :by, enacted_at = clock_timestamp()
                        where id = :id""")
                .bind("id", preview.id())
                .bind("by", actor.subject())
                .execute();
        tx.audit(actor.did("ENACT", "rule", preview.id(), null));
        return Enactment.DONE;
    }

    Optional<Stored> find(Handle sql, UUID id) {
        return find(sql, id, "");
    }

    private Optional<Stored> find(Handle sql, UUID id, String locking) {
        return sql.createQuery("select * from rule_preview where id = :id" + locking)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    private Stored read(ResultSet row) throws SQLException {
        try {
            return new Stored(
                    row.getObject("id", UUID.class),
                    RulePreview.State.valueOf(row.getString("state")),
                    json.readValue(row.getString("changes"), CHANGES),
                    row.getObject("day", LocalDate.class),
                    row.getString("base_version"),
                    scope((String[]) row.getArray("areas").getArray()),
                    row.getObject("last_family", UUID.class),
                    row.getLong("screened"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored rules can't be read");
        }
    }

    private String written(List<RuleChange> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rules can't be written", impossible);
        }
    }

    private static Object[] areas(Scope scope) {
        return scope.unlimited()
                ? new Object[] {"*"}
                : scope.areas().stream().map(Object::toString).toArray();
    }

    private static Scope scope(String[] areas) {
        return Arrays.asList(areas).contains("*") ? Scope.everywhere() : Scope.fromSetting(String.join(",", areas));
    }
}
