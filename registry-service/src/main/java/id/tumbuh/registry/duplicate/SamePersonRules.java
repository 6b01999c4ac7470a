package id.tumbuh.registry.duplicate;

import static java.util.stream.Collectors.joining;

import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.registry.sameperson.MatchingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads the matching model of a day from the rule table. */
@ApplicationScoped
public class SamePersonRules {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final RuleBook rules;
    private final Clock clock;
    private volatile @Nullable MatchingModel latest;

    SamePersonRules(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** How many persons two families without a common card share before they are proposed as one. */
    int leastSharedPersons() {
        return rules.on(LocalDate.now(clock.withZone(ZONE)))
                .number("family-pair.least-persons")
                .intValueExact();
    }

    public MatchingModel today() {
        RuleSet set = rules.on(LocalDate.now(clock.withZone(ZONE)));
        String version = MatchingModel.CODES.stream()
                .map(code -> Integer.toString(set.rule(code).version()))
                .collect(joining(".", "sameperson-", ""));
        MatchingModel known = latest;
        if (known != null && known.version().equals(version)) {
            return known;
        }
        MatchingModel read = new MatchingModel(set::json, version);
        latest = read;
        return read;
    }
}
