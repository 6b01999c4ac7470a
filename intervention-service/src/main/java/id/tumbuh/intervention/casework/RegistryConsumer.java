package id.tumbuh.intervention.casework;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears from registry-service where children and families live and what puts a family at risk. */
@ApplicationScoped
class RegistryConsumer implements EventConsumer {
    static final String FAMILIES = "registry.families";
    static final String CHILDREN = "registry.children";
    static final String PREGNANCIES = "registry.pregnancies";

    /** The part of {@code registry.children} that decides who helps. */
    record ChildEntry(
            UUID childId,
            long version,
            UUID familyId,
            AreaCode areaCode,
            @Nullable LocalDate birthDate,
            boolean active,
            @Nullable UUID mergedInto) {
        ChildEntry {
            requireNonNull(childId);
            requireNonNull(familyId);
            requireNonNull(areaCode);
        }
    }

    /** The part of {@code registry.families} that decides who helps. */
    record FamilyEntry(
            UUID familyId,
            long version,
            AreaCode areaCode,
            Set<RiskFactor> riskFactors,
            @Nullable Integer welfareRank) {
        FamilyEntry {
            requireNonNull(familyId);
            requireNonNull(areaCode);
            riskFactors = Set.copyOf(riskFactors);
        }
    }

    /** The part of {@code registry.pregnancies} that decides who helps. */
    record PregnancyEntry(
            UUID pregnancyId,
            long version,
            UUID familyId,
            AreaCode areaCode,
            @Nullable LocalDate endedOn) {
        PregnancyEntry {
            requireNonNull(pregnancyId);
            requireNonNull(familyId);
            requireNonNull(areaCode);
        }
    }

    private final Casework casework;

    RegistryConsumer(Casework casework) {
        this.casework = casework;
    }

    @Override
    public String group() {
        return "intervention.circumstances";
    }

    @Override
    public Set<String> topics() {
        return Set.of(FAMILIES, CHILDREN, PREGNANCIES);
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        casework.take(tx, events.stream().map(RegistryConsumer::fact).toList());
    }

    static Fact fact(ReceivedEvent event) {
        return switch (event.topic()) {
            case CHILDREN ->
                event.isTombstone()
                        ? new Fact.ChildErased(Told.key(event), event.sequence(), Told.day(event))
                        : residence(event);
            case FAMILIES ->
                event.isTombstone()
                        ? new Fact.FamilyErased(Told.key(event), event.sequence(), Told.day(event))
                        : risks(event);
            case PREGNANCIES ->
                event.isTombstone()
                        ? new Fact.PregnancyErased(Told.key(event), event.sequence(), Told.day(event))
                        : pregnancy(event);
            default -> throw new UnreadableEvent("TOPIC_UNKNOWN");
        };
    }

    private static Fact residence(ReceivedEvent event) {
        ChildEntry child = event.read(ChildEntry.class);
        return new Fact.Residence(
                child.childId(),
                child.version(),
                Told.day(event),
                new Home(child.familyId(), child.areaCode()),
                child.birthDate(),
                child.active(),
                child.mergedInto() != null);
    }

    private static Fact risks(ReceivedEvent event) {
        FamilyEntry family = event.read(FamilyEntry.class);
        return new Fact.Risks(
                family.familyId(),
                family.version(),
                Told.day(event),
                family.areaCode(),
                family.riskFactors(),
                family.welfareRank());
    }

    private static Fact pregnancy(ReceivedEvent event) {
        PregnancyEntry entry = event.read(PregnancyEntry.class);
        return new Fact.Carried(
                entry.pregnancyId(),
                entry.version(),
                Told.day(event),
                new Home(entry.familyId(), entry.areaCode()),
                entry.endedOn() == null);
    }
}
