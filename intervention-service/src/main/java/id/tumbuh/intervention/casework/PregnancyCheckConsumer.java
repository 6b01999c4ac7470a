package id.tumbuh.intervention.casework;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Pregnancies;
import id.tumbuh.intervention.circumstance.Pregnancy;
import id.tumbuh.intervention.circumstance.PregnancyCheck;
import id.tumbuh.intervention.circumstance.PregnancyChecks;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears from measurement-service which pregnant women are at risk: thin, or anaemic. */
@ApplicationScoped
class PregnancyCheckConsumer implements EventConsumer {
    /** The part of {@code measurement.pregnancy-checks} that decides a need. */
    record Checked(
            UUID checkId,
            long version,
            UUID pregnancyId,
            UUID familyId,
            AreaCode areaCode,
            LocalDate checkedOn,
            boolean voided,
            @Nullable Boolean chronicEnergyDeficiencyRisk,
            @Nullable String anaemia) {
        Checked {
            requireNonNull(checkId);
            requireNonNull(pregnancyId);
            requireNonNull(familyId);
            requireNonNull(areaCode);
            requireNonNull(checkedOn);
        }

        PregnancyCheck check() {
            Set<Cause> causes = new HashSet<>();
            if (Boolean.TRUE.equals(chronicEnergyDeficiencyRisk)) {
                causes.add(Cause.CHRONIC_ENERGY_DEFICIENCY_RISK);
            }
            if (anaemia != null && !anaemia.equals("NONE")) {
                causes.add(Cause.ANAEMIA);
            }
            return new PregnancyCheck(
                    checkId, pregnancyId, new Home(familyId, areaCode), version, checkedOn, voided, causes);
        }
    }

    private final Casework casework;

    PregnancyCheckConsumer(Casework casework) {
        this.casework = casework;
    }

    @Override
    public String group() {
        return "intervention.pregnancy-checks";
    }

    @Override
    public Set<String> topics() {
        return Set.of("measurement.pregnancy-checks");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Map<UUID, LocalDate> days = new HashMap<>();
        List<PregnancyCheck> told = new ArrayList<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) { // the rows of an erased pregnancy go with it
                PregnancyCheck check = event.read(Checked.class).check();
                told.add(check);
                days.merge(check.pregnancyId(), Told.day(event), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        Set<UUID> erased = ErasedPersons.among(tx.sql(), days.keySet());
        told.removeIf(check -> erased.contains(check.pregnancyId()));
        if (!told.isEmpty()) {
            take(tx, told, days);
        }
    }

    private void take(Transaction tx, List<PregnancyCheck> told, Map<UUID, LocalDate> days) {
        Map<UUID, Home> homes = new HashMap<>();
        told.forEach(check -> homes.put(check.pregnancyId(), check.home()));
        List<Pregnancy> pregnancies = Pregnancies.lock(tx.sql(), homes, homes.keySet());
        PregnancyChecks.keep(tx.sql(), told);
        Map<UUID, Set<Cause>> latest = PregnancyChecks.latest(tx.sql(), homes.keySet());
        List<Fact> facts = new ArrayList<>();
        for (Pregnancy pregnancy : pregnancies) {
            Set<Cause> causes = latest.getOrDefault(pregnancy.id(), Set.of());
            if (!causes.equals(pregnancy.check().causes())) {
                facts.add(new Fact.Checked(
                        pregnancy.id(),
                        pregnancy.check().version() + 1,
                        requireNonNull(days.get(pregnancy.id())),
                        requireNonNull(homes.get(pregnancy.id())),
                        causes));
            }
        }
        casework.take(tx, facts);
    }
}
