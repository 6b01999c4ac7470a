package id.tumbuh.platform.rules;

import static java.util.stream.Collectors.toMap;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Reads the dated rules of the service. A corrected rule is in force within a minute, without a restart.
 *
 * <p>Nobody waits for a reading but the start: rules are asked for inside of transactions, and a second connection taken from
 * there would drain the pool.
 */
@ApplicationScoped
public class RuleBook {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Database database;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Reading latest = new Reading(List.of(), Instant.EPOCH);

    private record Reading(List<Rule> rules, Instant at) {}

    RuleBook(Database database) {
        this.database = database;
    }

    void readAtStart(@Observes StartupEvent start) {
        read();
    }

    /** Reads the rules now, for work that must not begin with those of half a minute ago. Not inside of a transaction. */
    public void refresh() {
        read();
    }

    /** The rules in force on the day; of several versions of one rule the highest. */
    public RuleSet on(LocalDate date) {
        return new RuleSet(current().stream()
                .filter(rule -> rule.holdsOn(date))
                .collect(toMap(Rule::code, rule -> rule, RuleBook::newer)));
    }

    private static Rule newer(Rule one, Rule other) {
        return one.version() > other.version() ? one : other;
    }

    private List<Rule> current() {
        Reading known = latest;
        if (known.at().plus(FRESH).isBefore(Instant.now()) && reading.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::readAgain);
        }
        return known.rules();
    }

    private void readAgain() {
        try {
            read();
        } catch (RuntimeException away) {
            Log.warnf(
                    "Rules stay as read at %s: %s", latest.at(), away.getClass().getSimpleName());
        } finally {
            reading.set(false);
        }
    }

    private void read() {
        List<Rule> rules = database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select * from rule")
                        .map(ConstructorMapper.of(Rule.class))
                        .list());
        latest = new Reading(List.copyOf(rules), Instant.now());
    }
}
