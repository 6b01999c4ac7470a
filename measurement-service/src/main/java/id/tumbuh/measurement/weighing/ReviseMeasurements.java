package id.tumbuh.measurement.weighing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.faltering.NewestWeighing;
import id.tumbuh.measurement.faltering.ReviewFaltering;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.kms.CardPolicy;
import id.tumbuh.measurement.kms.CardRules;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.stunting.ReviewStunting;
import id.tumbuh.measurement.weighing.StandingCards.StandingCard;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Puts next revisions of measurements in the place of those before, with all that depends on it: the marks of the child's
 * other weighings, its stunting, what calls for a referral. Everything is announced, nothing is overwritten.
 *
 * <p>The one way a measurement changes, whoever asks: staff, an import, the registry, a rule.
 */
@ApplicationScoped
class ReviseMeasurements {

    private final Measurements measurements;
    private final MeasurementRows rows;
    private final StandingCards cards;
    private final CardRules cardRules;
    private final ReviewStunting stunting;
    private final ReviewFaltering faltering;
    private final GrowthRules rules;
    private final WhoGrowthStandard standard;

    ReviseMeasurements(
            Measurements measurements,
            MeasurementRows rows,
            StandingCards cards,
            CardRules cardRules,
            ReviewStunting stunting,
            ReviewFaltering faltering,
            GrowthRules rules,
            WhoGrowthStandard standard) {
        this.measurements = measurements;
        this.rows = rows;
        this.cards = cards;
        this.cardRules = cardRules;
        this.stunting = stunting;
        this.faltering = faltering;
        this.rules = rules;
        this.standard = standard;
    }

    /**
     * The children, those of measurements that change hands on both sides, are locked.
     *
     * @return how many revisions were written, those of other weighings of the same cards among them
     */
    int revise(Transaction tx, Collection<RosteredChild> concerned, List<Revision> asked) {
        Map<UUID, RosteredChild> children = new LinkedHashMap<>();
        concerned.forEach(child -> children.put(child.id(), child));
        Map<UUID, List<Revision>> byChild = asked.stream()
                .collect(groupingBy(revision -> revision.measurement().childId()));
        Map<UUID, Set<UUID>> gone = new HashMap<>();
        for (Revision revision : asked) {
            if (revision.formerChild() != null) {
                gone.computeIfAbsent(revision.formerChild(), _ -> new HashSet<>())
                        .add(revision.id());
            }
        }
        Map<UUID, StandingCard> standing = cards.readWhole(tx.sql(), children.keySet());
        CardPolicy policy = cardRules.current();
        List<Revision> written = new ArrayList<>();
        Map<RosteredChild, GrowthCards> filled = new LinkedHashMap<>();
        for (RosteredChild child : children.values()) {
            List<Revision> ofChild = byChild.getOrDefault(child.id(), List.of());
            GrowthCards card = GrowthCards.fill(
                    child,
                    standing.getOrDefault(child.id(), StandingCard.empty()),
                    ofChild.stream().map(Revision::assessed).toList(),
                    gone.getOrDefault(child.id(), Set.of()),
                    policy);
            written.addAll(marked(ofChild, card));
            filled.put(child, card);
        }
        written.addAll(shifted(tx, filled));
        rows.revise(tx.sql(), written);
        written.forEach(revision -> announce(tx, revision, children));
        stunting.review(tx, children.values());
        faltering.review(tx, newest(filled));
        return written.size();
    }

    static Map<RosteredChild, NewestWeighing> newest(Map<RosteredChild, GrowthCards> filled) {
        Map<RosteredChild, NewestWeighing> newest = new HashMap<>();
        filled.forEach((child, card) -> newest.put(child, card.newest()));
        return newest;
    }

    /** Looks at the cards of these children once more: every mark that is not what it should be is revised. */
    void settle(Transaction tx, Collection<RosteredChild> children) {
        revise(tx, children, List.of());
    }

    /** Writes the standing weighings of locked children whose mark another weighing changed. */
    void shift(Transaction tx, Map<RosteredChild, GrowthCards> filled) {
        List<Revision> shifted = shifted(tx, filled);
        rows.revise(tx.sql(), shifted);
        shifted.forEach(revision -> tx.announce(MeasurementEvents.MEASUREMENT_REASSESSED.of(revision.assessed())));
    }

    private static List<Revision> marked(List<Revision> revisions, GrowthCards filled) {
        Map<UUID, AssessedMeasurement> marked =
                filled.written().stream().collect(toMap(one -> one.measurement().id(), one -> one));
        return revisions.stream()
                .map(revision -> revision.with(marked.getOrDefault(revision.id(), revision.assessed())))
                .toList();
    }

    private List<Revision> shifted(Transaction tx, Map<RosteredChild, GrowthCards> filled) {
        Map<UUID, RosteredChild> owners = new HashMap<>();
        filled.forEach((child, card) -> card.shifted().forEach(id -> owners.put(id, child)));
        CardPolicy policy = cardRules.current();
        List<Revision> shifted = new ArrayList<>();
        for (Measurement measurement : measurements.byId(tx.sql(), owners.keySet())) {
            RosteredChild child = owners.get(measurement.id());
            GrowthCards card = child == null ? null : filled.get(child);
            if (child != null && card != null) {
                AssessedMeasurement assessed = AssessedMeasurement.of(
                        measurement.ofVersion(measurement.version() + 1),
                        child,
                        standard,
                        rules.ofVersion(measurement.ruleVersion(), tx.sql()));
                shifted.add(Revision.ofSameContent(
                        assessed.marked(card.entry(measurement.id()), policy), RevisionReason.CARD_CHANGED));
            }
        }
        return shifted;
    }

    /**
     * One that changes hands is voided where it was before it is there where it is now: its two families may lie in two
     * partitions of the topic, and whoever counts must take it out of the one whichever it reads first.
     */
    private static void announce(Transaction tx, Revision revision, Map<UUID, RosteredChild> children) {
        AssessedMeasurement assessed = revision.assessed();
        RosteredChild former = revision.formerChild() == null ? null : children.get(revision.formerChild());
        if (former != null) {
            tx.announce(MeasurementEvents.leaving(assessed, former));
        }
        tx.announce(event(revision).of(assessed));
    }

    private static MeasurementEvents event(Revision revision) {
        if (revision.measurement().voided() && revision.reason().isStaffs()) {
            return MeasurementEvents.MEASUREMENT_VOIDED;
        }
        return revision.author() == null && revision.formerChild() == null
                ? MeasurementEvents.MEASUREMENT_REASSESSED
                : MeasurementEvents.MEASUREMENT_CORRECTED;
    }
}
