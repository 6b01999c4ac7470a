package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.toSet;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.roster.FormerResidences;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.weighing.MeasurementRows.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Says of measurements as they were sent what the standard says, and where they count. */
@ApplicationScoped
class AssessSubmissions {

    /** As PostgreSQL orders them; {@code UUID.compareTo} is signed. */
    private static final Comparator<Entry> BY_ID = Comparator.comparing(
                    (Entry entry) -> entry.submission().id().getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(entry -> entry.submission().id().getLeastSignificantBits(), Long::compareUnsigned);

    private final Roster roster;
    private final GrowthRules rules;
    private final WhoGrowthStandard standard;

    AssessSubmissions(Roster roster, GrowthRules rules, WhoGrowthStandard standard) {
        this.roster = roster;
        this.rules = rules;
        this.standard = standard;
    }

    /** First revisions, in the order of their ids; those of a child that is not there, or not born yet, are left out. */
    List<Entry> first(Handle sql, List<Submission> submissions, Map<UUID, RosteredChild> children) {
        Function<LocalDate, GrowthPolicy> policies = rules.byDay();
        Map<UUID, FormerResidences> residences = residences(sql, children.values());
        List<Entry> entries = new ArrayList<>(submissions.size());
        for (Submission submission : submissions) {
            RosteredChild child = children.get(submission.childId());
            if (child == null || submission.measuredOn().isBefore(child.birthDate())) {
                continue;
            }
            GrowthPolicy policy = policies.apply(submission.measuredOn());
            String countedIn = countedIn(submission.measuredOn(), child, residences.get(child.id()));
            Measurement first = Measurement.first(submission, child.id(), countedIn, policy.version());
            entries.add(new Entry(AssessedMeasurement.of(first, child, standard, policy), submission));
        }
        entries.sort(BY_ID);
        return entries;
    }

    /** The next revision of a measurement with what was sent instead, as one of this child. */
    AssessedMeasurement next(Handle sql, Measurement standing, Submission submission, RosteredChild child) {
        GrowthPolicy policy = rules.on(submission.measuredOn());
        String countedIn = countedIn(
                submission.measuredOn(), child, residences(sql, List.of(child)).get(child.id()));
        return AssessedMeasurement.of(
                standing.corrected(submission, child.id(), countedIn, policy.version()), child, standard, policy);
    }

    /** The next revision of the same measures, as one of this child and by the rules in force. */
    AssessedMeasurement again(Measurement standing, RosteredChild child, @Nullable FormerResidences former) {
        GrowthPolicy policy = rules.on(standing.measuredOn());
        String countedIn = standing.childId().equals(child.id())
                ? standing.countedIn()
                : countedIn(standing.measuredOn(), child, former);
        return AssessedMeasurement.of(
                standing.reassessed(child.id(), countedIn, policy.version()), child, standard, policy);
    }

    /** Whether the rule it was assessed by is not the one in force on its day any more. */
    boolean byFormerRule(Measurement standing) {
        return standing.ruleVersion() != rules.on(standing.measuredOn()).version();
    }

    /** Only children that ever moved have any. */
    Map<UUID, FormerResidences> residences(Handle sql, Collection<RosteredChild> children) {
        return roster.formerResidences(
                sql,
                children.stream()
                        .filter(child -> child.areaSince() != null)
                        .map(RosteredChild::id)
                        .collect(toSet()));
    }

    private static String countedIn(LocalDate day, RosteredChild child, @Nullable FormerResidences former) {
        return former == null ? child.areaCode() : former.on(day, child.areaCode());
    }
}
