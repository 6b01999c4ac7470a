package id.tumbuh.intervention.referral;

import id.tumbuh.platform.rules.RuleSet;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a referral is late and whose business it becomes; the dated rule {@code referral.escalation}.
 *
 * @param acceptWithinDays days from sending in which the OPD answers
 * @param afterDays days after the limit from which each level is told
 */
public record EscalationRule(int version, int acceptWithinDays, Map<EscalationLevel, Integer> afterDays) {
    private static final String CODE = "referral.escalation";

    public EscalationRule {
        afterDays = Map.copyOf(afterDays);
    }

    static EscalationRule of(RuleSet rules) {
        var value = rules.json(CODE);
        Map<EscalationLevel, Integer> days = new EnumMap<>(EscalationLevel.class);
        for (EscalationLevel level : EscalationLevel.values()) {
            days.put(level, value.required("afterDays").required(level.name()).intValue());
        }
        return new EscalationRule(
                rules.rule(CODE).version(), value.required("acceptWithinDays").intValue(), days);
    }

    /** The last day on which it is in time; what was declined still waits for somebody to accept it. */
    Optional<LocalDate> limit(Progress progress) {
        return switch (progress) {
            case Progress.Sent sent -> Optional.of(sent.sentOn().plusDays(acceptWithinDays));
            case Progress.Declined declined -> Optional.of(declined.sentOn().plusDays(acceptWithinDays));
            case Progress.Accepted accepted -> Optional.of(accepted.dueOn());
            case Progress.Done _ -> Optional.empty();
        };
    }

    Optional<EscalationLevel> level(Progress progress, LocalDate today) {
        EscalationLevel reached = null;
        long late = limit(progress)
                .map(limit -> ChronoUnit.DAYS.between(limit, today))
                .orElse(Long.MIN_VALUE);
        for (EscalationLevel level : EscalationLevel.values()) {
            Integer after = afterDays.get(level);
            if (after != null && late >= after) {
                reached = level;
            }
        }
        return Optional.ofNullable(reached);
    }
}
