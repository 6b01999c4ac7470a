package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.toMap;

import id.tumbuh.measurement.faltering.NewestWeighing;
import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.kms.CardPolicy;
import id.tumbuh.measurement.kms.GrowthCard;
import id.tumbuh.measurement.kms.Weighing;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.weighing.StandingCards.StandingCard;
import id.tumbuh.measurement.weighing.StandingCards.StandingWeighing;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One child's card, filled in anew with what is about to be written: what each measurement to be written says, which of the
 * standing ones say something else now, and what the newest says. Nothing is written here.
 */
final class GrowthCards {

    private final Map<UUID, CardEntry> entries;
    private final List<AssessedMeasurement> written;
    private final Set<UUID> shifted;
    private final NewestWeighing newest;

    private GrowthCards(
            Map<UUID, CardEntry> entries, List<AssessedMeasurement> written, Set<UUID> shifted, NewestWeighing newest) {
        this.entries = entries;
        this.written = written;
        this.shifted = shifted;
        this.newest = newest;
    }

    /**
     * @param standing the child's card as it stands, from the month of the oldest change on
     * @param changes new measurements of the child and next revisions of standing ones
     * @param gone measurements that are the child's no longer
     */
    static GrowthCards fill(
            RosteredChild child,
            StandingCard standing,
            Collection<AssessedMeasurement> changes,
            Set<UUID> gone,
            CardPolicy policy) {
        Set<UUID> replaced = new HashSet<>(gone);
        changes.forEach(change -> replaced.add(change.measurement().id()));
        List<Weighing> weighings = new ArrayList<>();
        standing.weighings().values().stream()
                .filter(one -> !replaced.contains(one.weighing().measurementId()))
                .forEach(one -> weighings.add(one.weighing()));
        changes.stream()
                .filter(change -> change.measurement().weighed())
                .forEach(change -> weighings.add(change.weighing()));
        List<CardEntry> filled = new GrowthCard(child.sex(), YearMonth.from(child.birthDate()), policy)
                .fill(standing.before(), weighings);
        Map<UUID, CardEntry> entries = filled.stream().collect(toMap(CardEntry::measurementId, entry -> entry));
        Map<UUID, AssessedMeasurement> marked = new HashMap<>();
        for (AssessedMeasurement change : changes) {
            UUID id = change.measurement().id();
            marked.put(id, change.marked(entries.get(id), policy));
        }
        Set<UUID> shifted = new HashSet<>();
        for (StandingWeighing one : standing.weighings().values()) {
            UUID id = one.weighing().measurementId();
            if (!replaced.contains(id) && !one.says(entries.get(id))) {
                shifted.add(id);
            }
        }
        return new GrowthCards(entries, List.copyOf(marked.values()), shifted, newest(filled, standing, marked));
    }

    private static NewestWeighing newest(
            List<CardEntry> filled, StandingCard standing, Map<UUID, AssessedMeasurement> changes) {
        if (filled.isEmpty()) {
            return new NewestWeighing(standing.before(), standing.beforeBelowRedLine());
        }
        CardEntry last = filled.getLast();
        AssessedMeasurement change = changes.get(last.measurementId());
        if (change != null) {
            return new NewestWeighing(last, change.measurement().marking().belowRedLine());
        }
        StandingWeighing one = standing.weighings().get(last.measurementId());
        return new NewestWeighing(last, one != null && one.belowRedLine());
    }

    /** The changes, each with its mark. */
    List<AssessedMeasurement> written() {
        return written;
    }

    /** Standing measurements whose mark is another one now. */
    Set<UUID> shifted() {
        return shifted;
    }

    @Nullable
    CardEntry entry(UUID measurement) {
        return entries.get(measurement);
    }

    NewestWeighing newest() {
        return newest;
    }
}
