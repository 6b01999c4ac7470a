package id.tumbuh.registry.consent;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a consent must say to count, by the dated rules. Asked before the transaction begins. */
@ApplicationScoped
class ConsentRules {
    private static final ZoneId DAY_BEGINS_IN = ZoneId.of("Asia/Jakarta");
    /** Sixteen digits in a row are a NIK or a family card number: a reference is no place for one. */
    private static final Pattern REFERENCE = Pattern.compile("(?!.*\\d{16})[A-Za-z0-9][A-Za-z0-9._/-]{0,99}");

    private static final Pattern PARTNER = Pattern.compile("(?!.*\\d{16})[a-z0-9][a-z0-9.-]{0,63}");

    private final RuleBook rules;
    private final Clock clock;

    ConsentRules(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(DAY_BEGINS_IN));
    }

    /** The first thing that keeps it from counting. */
    Optional<Registration.Invalid> fault(Consent consent) {
        RuleSet today = rules.on(today());
        return Faults.first(
                listed(
                        today,
                        "consent.purposes",
                        consent.purpose(),
                        ConsentProblem.CONSENT_PURPOSE_UNKNOWN,
                        "/purpose"),
                listed(
                        today,
                        "consent.legal-bases",
                        consent.legalBasis(),
                        ConsentProblem.CONSENT_BASIS_UNKNOWN,
                        "/legalBasis"),
                mayGive(today, consent.subject(), consent.givenBy(), "/givenBy"),
                listed(
                        today,
                        "consent.evidence",
                        consent.evidence().kind(),
                        ConsentProblem.CONSENT_EVIDENCE_UNKNOWN,
                        "/evidence/kind"),
                Faults.unless(
                        REFERENCE.matcher(consent.evidence().reference()).matches(),
                        ConsentProblem.CONSENT_REFERENCE_INVALID,
                        "/evidence/reference"),
                Faults.unless(
                        consent.partner() == null
                                || PARTNER.matcher(consent.partner()).matches(),
                        ConsentProblem.CONSENT_REFERENCE_INVALID,
                        "/partner"),
                time(today, consent));
    }

    /** Whoever may give may take back; anybody entitled, not only the one who gave. */
    Optional<Registration.Invalid> withdrawalFault(ConsentSubject subject, Consent.Withdrawal withdrawal) {
        return Faults.first(
                mayGive(rules.on(today()), subject, withdrawal.by(), "/by"),
                Faults.unless(!withdrawal.on().isAfter(today()), ConsentProblem.CONSENT_TIME_INVALID, "/on"));
    }

    private static Optional<Registration.Invalid> time(RuleSet today, Consent consent) {
        long longest = today.number("consent.longest-months").longValueExact();
        return Faults.first(
                Faults.unless(
                        !consent.validUntil().isBefore(consent.validFrom()),
                        ConsentProblem.CONSENT_TIME_INVALID,
                        "/validUntil"),
                Faults.unless(
                        consent.validUntil().isBefore(consent.validFrom().plusMonths(longest)),
                        ConsentProblem.CONSENT_TOO_LONG,
                        "/validUntil"));
    }

    private static Optional<Registration.Invalid> mayGive(
            RuleSet today, ConsentSubject subject, String relation, String field) {
        List<String> entitled = new ArrayList<>();
        JsonNode relations = today.json("consent.given-by").path(subject.kind());
        relations.forEach(one -> entitled.add(one.asText()));
        return Faults.unless(entitled.contains(relation), ConsentProblem.CONSENT_GIVER_NOT_ENTITLED, field);
    }

    private static Optional<Registration.Invalid> listed(
            RuleSet today, String rule, String value, ProblemCode otherwise, String field) {
        return Faults.unless(today.list(rule).contains(value), otherwise, field);
    }
}
