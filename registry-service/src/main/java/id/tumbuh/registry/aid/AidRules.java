package id.tumbuh.registry.aid;

import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What aid must say to be taken, by the dated rules. */
@ApplicationScoped
class AidRules {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final RuleBook rules;
    private final Clock clock;

    AidRules(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    Optional<Registration.Invalid> fault(NewAid aid) {
        RuleSet today = rules.on(today());
        int most = today.number("aid.most-families").intValueExact();
        Integer poorest = aid.poorest();
        return Faults.first(
                Faults.unless(today.list("aid.kinds").contains(aid.kind()), AidProblem.AID_KIND_UNKNOWN, "/kind"),
                Faults.unless(
                        today.list("aid.giver-kinds").contains(aid.giver().kind()),
                        AidProblem.AID_GIVER_INVALID,
                        "/giverKind"),
                Faults.unless(aid.families().size() <= most, AidProblem.AID_TOO_MANY, "/families"),
                Faults.unless(poorest == null || poorest <= most, AidProblem.AID_TOO_MANY, "/poorest"));
    }

    List<String> missedReasons() {
        return rules.on(today()).list("aid.missed-reasons");
    }
}
