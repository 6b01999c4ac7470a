package id.tumbuh.registry.erasure;

import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** Who decides, on which grounds, and who has to confirm, by the dated rules. */
@ApplicationScoped
class ErasureRules {
    private static final ZoneId DAY_BEGINS_IN = ZoneId.of("Asia/Jakarta");
    /** A reference is no place for a NIK or a name. */
    private static final Pattern REFERENCE = Pattern.compile("(?!.*\\d{16})[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");

    private final RuleBook rules;
    private final Clock clock;

    ErasureRules(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(DAY_BEGINS_IN));
    }

    boolean oneIsEnough() {
        return inForce().number("erasure.persons").intValueExact() < 2;
    }

    List<String> confirmedBy() {
        return inForce().list("erasure.confirmed-by");
    }

    void check(String reason, String reference) {
        if (!inForce().list("erasure.reasons").contains(reason)) {
            throw refused(ErasureProblem.ERASURE_REASON_UNKNOWN, "/reason");
        }
        if (!REFERENCE.matcher(reference).matches()) {
            throw refused(ErasureProblem.ERASURE_REFERENCE_INVALID, "/requestReference");
        }
    }

    private RuleSet inForce() {
        return rules.on(today());
    }

    private static ProblemException refused(ErasureProblem problem, String pointer) {
        return new ProblemException(Problem.of(problem).at(pointer, problem));
    }
}
