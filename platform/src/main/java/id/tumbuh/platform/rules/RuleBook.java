package id.tumbuh.platform.rules;

import static java.util.stream.Collectors.toMap;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads the dated rules of the service. A corrected rule is in force within a minute, without a restart. */
@ApplicationScoped
public class RuleBook {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Database database;
    private List<Rule> rules = List.of();
    private Instant readAt = Instant.EPOCH;

    RuleBook(Database database) {
        this.database = database;
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

    private synchronized List<Rule> current() {
        Instant now = Instant.now();
        if (readAt.plus(FRESH).isBefore(now)) {
            rules = database.read(
                    Scope.everywhere(),
                    sql -> sql.createQuery("select * from rule")
                            .map(ConstructorMapper.of(Rule.class))
                            .list());
            readAt = now;
        }
        return rules;
    }
}
