package id.tumbuh.intervention.casework;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Child;
import id.tumbuh.intervention.circumstance.Children;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.circumstance.Weighing;
import id.tumbuh.intervention.circumstance.Weighings;
import id.tumbuh.intervention.circumstance.WeighingsKept;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears from measurement-service how every child grows: wasted, underweight, not gaining, below the red line. */
@ApplicationScoped
class WeighingConsumer implements EventConsumer {
    /** The part of {@code measurement.measurements} that decides a need or tells how help worked. */
    record Measured(
            UUID measurementId,
            long version,
            UUID childId,
            UUID familyId,
            AreaCode areaCode,
            LocalDate measuredOn,
            int ageMonths,
            boolean voided,
            @Nullable BigDecimal weightKg,
            @Nullable Map<String, Index> indices,
            @Nullable Boolean belowRedLine,
            @Nullable GrowthCard growthCard) {
        Measured {
            requireNonNull(measurementId);
            requireNonNull(childId);
            requireNonNull(familyId);
            requireNonNull(areaCode);
            requireNonNull(measuredOn);
            indices = indices == null ? Map.of() : Map.copyOf(indices);
        }

        Weighing weighing() {
            return new Weighing(
                    measurementId,
                    childId,
                    new Home(familyId, areaCode),
                    version,
                    measuredOn,
                    ageMonths,
                    voided,
                    weightKg,
                    z("lengthHeightForAge"),
                    z("weightForAge"),
                    z("weightForLengthHeight"),
                    growthCard == null ? null : growthCard.mark(),
                    stunting(),
                    causes());
        }

        private @Nullable BigDecimal z(String name) {
            Index index = requireNonNull(indices).get(name);
            return index == null || index.implausible() ? null : index.z();
        }

        /** As measurement-service names it in {@code measurement.children}. */
        private @Nullable Stunting stunting() {
            return switch (category("lengthHeightForAge")) {
                case "SEVERELY_STUNTED" -> Stunting.SEVERELY_STUNTED;
                case "STUNTED" -> Stunting.STUNTED;
                case "NORMAL", "TALL" -> Stunting.NORMAL;
                default -> null; // not measured, or not to be believed
            };
        }

        private Set<Cause> causes() {
            Set<Cause> causes = new HashSet<>();
            switch (category("weightForLengthHeight")) {
                case "SEVERELY_WASTED" -> causes.add(Cause.SEVERELY_WASTED);
                case "WASTED" -> causes.add(Cause.WASTED);
                default -> {} // well fed, too heavy, or not known
            }
            switch (category("weightForAge")) {
                case "SEVERELY_UNDERWEIGHT", "UNDERWEIGHT" -> causes.add(Cause.UNDERWEIGHT);
                default -> {}
            }
            if (Boolean.TRUE.equals(belowRedLine)) {
                causes.add(Cause.BELOW_RED_LINE);
            }
            if (growthCard != null && growthCard.twiceNotGained()) {
                causes.add(Cause.NOT_GAINED_TWICE);
            }
            return causes;
        }

        private String category(String name) {
            Index index = requireNonNull(indices).get(name);
            return index == null || index.implausible() || index.category() == null ? "" : index.category();
        }
    }

    /** One index of a measurement; a z-score that is implausible is no reason to help and none not to. */
    record Index(
            @Nullable BigDecimal z,
            boolean implausible,
            @Nullable String category) {}

    /** What the growth card says of it. */
    record GrowthCard(@Nullable String mark, boolean twiceNotGained) {}

    private final Casework casework;
    private final Instance<WeighingsKept> followers;

    WeighingConsumer(Casework casework, Instance<WeighingsKept> followers) {
        this.casework = casework;
        this.followers = followers;
    }

    @Override
    public String group() {
        return "intervention.weighings";
    }

    @Override
    public Set<String> topics() {
        return Set.of("measurement.measurements");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Map<UUID, LocalDate> days = new HashMap<>();
        List<Weighing> told = new ArrayList<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) { // the rows of an erased child go with it
                Weighing weighing = event.read(Measured.class).weighing();
                told.add(weighing);
                days.merge(weighing.childId(), Told.day(event), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        Set<UUID> erased = ErasedPersons.among(tx.sql(), days.keySet());
        told.removeIf(weighing -> erased.contains(weighing.childId()));
        if (!told.isEmpty()) {
            take(tx, told, days);
        }
    }

    private void take(Transaction tx, List<Weighing> told, Map<UUID, LocalDate> days) {
        Map<UUID, Home> homes = new HashMap<>();
        told.forEach(weighing -> homes.put(weighing.childId(), weighing.home()));
        Set<UUID> all = Weighings.childrenOf(tx.sql(), told); // one that was another child's changes that one too
        all.addAll(homes.keySet());
        List<Child> children = Children.lock(tx.sql(), homes, all);
        Weighings.keep(tx.sql(), told);
        Map<UUID, Weighings.Shown> shown = Weighings.shown(tx.sql(), all);
        LocalDate lastTold = Collections.max(days.values());
        List<Fact> facts = new ArrayList<>();
        for (Child child : children) {
            Weighings.Shown now = shown.getOrDefault(child.id(), Weighings.Shown.NOTHING);
            if (!now.causes().equals(child.weighing().causes()) || now.stunting() != child.weighed()) {
                facts.add(new Fact.Weighed(
                        child.id(),
                        child.weighing().version() + 1,
                        days.getOrDefault(child.id(), lastTold),
                        homes.getOrDefault(child.id(), child.home()),
                        now.causes(),
                        now.stunting(),
                        now.ageMonths()));
            }
        }
        casework.take(tx, facts);
        followers.forEach(follower -> follower.kept(tx, all));
    }
}
