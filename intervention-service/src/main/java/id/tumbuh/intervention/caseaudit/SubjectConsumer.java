package id.tumbuh.intervention.caseaudit;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hears of those whose case may be audited. Facts are versions of a whole state, so neither their order nor a repetition
 * matters; tombstones say nothing here, what is erased is told by {@code registry.erasures}.
 */
@ApplicationScoped
class SubjectConsumer implements EventConsumer {
    /** The parts of the topics that matter. */
    record ChildEntry(
            UUID childId,
            long version,
            UUID familyId,
            AreaCode areaCode,
            LocalDate birthDate,
            boolean active,
            @Nullable UUID mergedInto) {
        ChildEntry {
            requireNonNull(childId);
            requireNonNull(familyId);
            requireNonNull(areaCode);
            requireNonNull(birthDate);
        }
    }

    record PregnancyEntry(
            UUID pregnancyId,
            long version,
            UUID familyId,
            AreaCode areaCode,
            @Nullable LocalDate expectedOn,
            @Nullable LocalDate endedOn) {
        PregnancyEntry {
            requireNonNull(pregnancyId);
            requireNonNull(familyId);
            requireNonNull(areaCode);
        }
    }

    record CoupleEntry(
            UUID coupleId,
            long version,
            UUID familyId,
            AreaCode areaCode,
            String state,
            @Nullable LocalDate endedOn) {
        CoupleEntry {
            requireNonNull(coupleId);
            requireNonNull(familyId);
            requireNonNull(areaCode);
            requireNonNull(state);
        }
    }

    record GrowthEntry(UUID childId, long version, AreaCode areaCode, Stunting stunting) {
        GrowthEntry {
            requireNonNull(childId);
            requireNonNull(areaCode);
            requireNonNull(stunting);
        }
    }

    record FalteringEntry(UUID childId, long version, AreaCode areaCode, boolean twiceNotGained, boolean belowRedLine) {
        FalteringEntry {
            requireNonNull(childId);
            requireNonNull(areaCode);
        }
    }

    record MeasurementEntry(
            UUID measurementId,
            long version,
            UUID childId,
            AreaCode areaCode,
            LocalDate measuredOn,
            boolean voided,
            @Nullable Map<String, Index> indices) {
        MeasurementEntry {
            requireNonNull(measurementId);
            requireNonNull(childId);
            requireNonNull(areaCode);
            requireNonNull(measuredOn);
        }

        record Index(@Nullable String category, boolean implausible) {}
    }

    record PregnancyCheckEntry(
            UUID checkId,
            long version,
            UUID pregnancyId,
            AreaCode areaCode,
            LocalDate checkedOn,
            boolean voided,
            List<String> flags) {
        PregnancyCheckEntry {
            requireNonNull(checkId);
            requireNonNull(pregnancyId);
            requireNonNull(areaCode);
            requireNonNull(checkedOn);
            requireNonNull(flags);
        }
    }

    record CoupleCheckEntry(
            UUID checkId,
            long version,
            UUID coupleId,
            AreaCode areaCode,
            LocalDate checkedOn,
            boolean voided,
            String result) {
        CoupleCheckEntry {
            requireNonNull(checkId);
            requireNonNull(coupleId);
            requireNonNull(areaCode);
            requireNonNull(checkedOn);
            requireNonNull(result);
        }
    }

    private static final Set<String> TOPICS = Set.of(
            "registry.children",
            "registry.pregnancies",
            "registry.couples",
            "measurement.children",
            "measurement.faltering",
            "measurement.measurements",
            "measurement.pregnancy-checks",
            "measurement.couple-checks");

    private final FollowSubjects follow;

    SubjectConsumer(FollowSubjects follow) {
        this.follow = follow;
    }

    @Override
    public String group() {
        return "intervention.case-audits";
    }

    @Override
    public Set<String> topics() {
        return TOPICS;
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        List<SubjectFact> facts = new ArrayList<>();
        LocalDate day = LocalDate.MIN;
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                facts.add(fact(event));
                LocalDate told = event.time().atZone(CaseAuditRules.ZONE).toLocalDate();
                day = told.isAfter(day) ? told : day;
            }
        }
        follow.take(tx, facts, day);
    }

    private static SubjectFact fact(ReceivedEvent event) {
        return switch (event.topic()) {
            case "registry.children" -> home(event.read(ChildEntry.class));
            case "registry.pregnancies" -> home(event.read(PregnancyEntry.class));
            case "registry.couples" -> home(event.read(CoupleEntry.class));
            case "measurement.children" -> growth(event.read(GrowthEntry.class));
            case "measurement.faltering" -> faltering(event.read(FalteringEntry.class));
            case "measurement.measurements" -> check(event.read(MeasurementEntry.class));
            case "measurement.pregnancy-checks" -> check(event.read(PregnancyCheckEntry.class));
            case "measurement.couple-checks" -> check(event.read(CoupleCheckEntry.class));
            default -> throw new UnreadableEvent("TOPIC_UNKNOWN");
        };
    }

    private static SubjectFact home(ChildEntry child) {
        return new SubjectFact.Home(
                SubjectKind.CHILD,
                child.childId(),
                child.version(),
                child.familyId(),
                child.areaCode(),
                child.active(),
                child.mergedInto(),
                child.birthDate(),
                null,
                null);
    }

    private static SubjectFact home(PregnancyEntry pregnancy) {
        return new SubjectFact.Home(
                SubjectKind.PREGNANCY,
                pregnancy.pregnancyId(),
                pregnancy.version(),
                pregnancy.familyId(),
                pregnancy.areaCode(),
                true,
                null,
                null,
                pregnancy.expectedOn(),
                pregnancy.endedOn());
    }

    private static SubjectFact home(CoupleEntry couple) {
        return new SubjectFact.Home(
                SubjectKind.COUPLE,
                couple.coupleId(),
                couple.version(),
                couple.familyId(),
                couple.areaCode(),
                !couple.state().equals("CALLED_OFF"), // a wedding ends no case that was opened before it
                null,
                null,
                null,
                couple.endedOn());
    }

    private static SubjectFact growth(GrowthEntry growth) {
        return new SubjectFact.Growth(growth.childId(), growth.version(), growth.areaCode(), growth.stunting());
    }

    private static SubjectFact faltering(FalteringEntry faltering) {
        return new SubjectFact.Faltering(
                faltering.childId(),
                faltering.version(),
                faltering.areaCode(),
                faltering.twiceNotGained(),
                faltering.belowRedLine());
    }

    private static SubjectFact check(MeasurementEntry measured) {
        MeasurementEntry.Index wasting =
                measured.indices() == null ? null : measured.indices().get("weightForLengthHeight");
        Set<CaseAuditReason> concerns = EnumSet.noneOf(CaseAuditReason.class);
        if (wasting != null && !wasting.implausible() && !measured.voided() && wasting.category() != null) {
            switch (wasting.category()) {
                case "WASTED" -> concerns.add(CaseAuditReason.WASTED);
                case "SEVERELY_WASTED" -> concerns.add(CaseAuditReason.SEVERELY_WASTED);
                default -> {} // no other category is a concern of an audit
            }
        }
        return new SubjectFact.Check(
                SubjectKind.CHILD,
                measured.childId(),
                measured.measurementId(),
                measured.version(),
                measured.areaCode(),
                measured.measuredOn(),
                concerns);
    }

    private static SubjectFact check(PregnancyCheckEntry check) {
        Set<CaseAuditReason> concerns = EnumSet.noneOf(CaseAuditReason.class);
        if (!check.voided()) {
            for (CaseAuditReason reason : CaseAuditReason.values()) {
                if (check.flags().contains(reason.name())) {
                    concerns.add(reason);
                }
            }
        }
        return new SubjectFact.Check(
                SubjectKind.PREGNANCY,
                check.pregnancyId(),
                check.checkId(),
                check.version(),
                check.areaCode(),
                check.checkedOn(),
                concerns);
    }

    private static SubjectFact check(CoupleCheckEntry check) {
        boolean red = !check.voided() && check.result().equals("RED");
        return new SubjectFact.Check(
                SubjectKind.COUPLE,
                check.coupleId(),
                check.checkId(),
                check.version(),
                check.areaCode(),
                check.checkedOn(),
                red ? Set.of(CaseAuditReason.COUPLE_RED) : Set.of());
    }
}
