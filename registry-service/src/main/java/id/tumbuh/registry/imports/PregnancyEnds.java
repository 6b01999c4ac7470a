package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.pregnancy.Outcome;
import id.tumbuh.registry.pregnancy.RegisterPregnancies;
import id.tumbuh.registry.pregnancy.RevisePregnancy;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * How pregnancies ended, as rows say it: told after whatever else the row says. An end that was told before stays; what keeps a birth
 * from being told, as a child that was not sent yet, is a remark on the row, which may be sent again.
 */
final class PregnancyEnds {
    private final Transaction tx;
    private final ImportContext context;
    private final RegisterPregnancies.Day day;
    private final RevisePregnancy revise;

    PregnancyEnds(Transaction tx, ImportContext context, RegisterPregnancies.Day day, RevisePregnancy revise) {
        this.tx = tx;
        this.context = context;
        this.day = day;
        this.revise = revise;
    }

    /** Day and outcome come together, and not from tomorrow. */
    static Optional<Finding> wrong(Map<String, String> values, LocalDate today) {
        boolean hasDay = values.containsKey(PregnancyFields.ENDED_ON);
        boolean hasOutcome = values.containsKey(PregnancyFields.OUTCOME);
        if (hasDay != hasOutcome) {
            return Optional.of(
                    new Finding(hasDay ? PregnancyFields.OUTCOME : PregnancyFields.ENDED_ON, Reason.REQUIRED));
        }
        return hasDay && endedOn(values).isAfter(today)
                ? Optional.of(new Finding(PregnancyFields.ENDED_ON, Reason.IN_THE_FUTURE))
                : Optional.empty();
    }

    static LocalDate endedOn(Map<String, String> values) {
        return LocalDate.parse(Objects.requireNonNull(values.get(PregnancyFields.ENDED_ON)));
    }

    RowResult tell(Sent row, RowResult result) {
        Map<String, String> values = row.row().values();
        UUID pregnancy = result.record();
        if (pregnancy == null || !values.containsKey(PregnancyFields.ENDED_ON)) {
            return result;
        }
        LocalDate on = endedOn(values);
        Outcome outcome = Outcome.valueOf(Objects.requireNonNull(values.get(PregnancyFields.OUTCOME)));
        Correction correction = context.dryRun()
                ? revise.wouldEnd(tx.sql(), pregnancy, on, outcome)
                : revise.end(tx, context.actor(), day, pregnancy, on, outcome);
        return switch (correction) {
            case Correction.Done _ -> ended(result);
            // a dry run ends nothing that it would only have made
            case Correction.Unchanged _, Correction.Stale _, Correction.Unknown _ -> result;
            case Correction.Refused(Registration.Invalid reason) -> remarked(result, reason);
        };
    }

    private static RowResult ended(RowResult result) {
        List<String> changed = new ArrayList<>(result.changed());
        changed.addAll(List.of(PregnancyFields.ENDED_ON, PregnancyFields.OUTCOME));
        RowOutcome outcome = result.outcome() == RowOutcome.CREATED ? RowOutcome.CREATED : RowOutcome.UPDATED;
        return result.as(outcome).with(changed, result.kept());
    }

    private static RowResult remarked(RowResult result, Registration.Invalid reason) {
        if (reason.reason() == RegistryProblem.PREGNANCY_ENDED) {
            List<String> kept = new ArrayList<>(result.kept());
            kept.addAll(List.of(PregnancyFields.ENDED_ON, PregnancyFields.OUTCOME));
            return result.with(result.changed(), kept);
        }
        Finding finding = reason.reason() == RegistryProblem.OUTCOME_AND_CHILDREN_DISAGREE
                ? new Finding(PregnancyFields.OUTCOME, Reason.BIRTH_WITHOUT_CHILD)
                : ReviseRecord.finding(reason);
        return result.and(List.of(finding.code()));
    }
}
