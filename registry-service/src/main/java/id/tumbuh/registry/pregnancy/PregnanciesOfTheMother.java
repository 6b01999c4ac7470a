package id.tumbuh.registry.pregnancy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.member.FollowsMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Pregnancies of a woman with several records. Each hangs on whoever its reported mother stands for. Of two that go on at once, which
 * two systems registered of one pregnancy, one stands: the mother's own before one that came with a merge, then the lower id. The
 * other is told as no pregnancy of its own, and goes on again when the merge is undone.
 */
@ApplicationScoped
class PregnanciesOfTheMother implements FollowsMembers {
    private static final Comparator<KnownPregnancy> FIRST_TO_STAND = Comparator.comparing(
                    (KnownPregnancy pregnancy) -> pregnancy.twice().reportedMother() != null)
            .thenComparing(pregnancy -> pregnancy.content().id().toString());

    private final ObjectMapper json;

    PregnanciesOfTheMother(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Set<UUID> follow(Transaction tx, Actor actor, Set<UUID> members, LocalDate today) {
        List<KnownPregnancy> before = KnownPregnancy.lockAllOfMothers(tx.sql(), members);
        if (before.isEmpty()) {
            return Set.of();
        }
        Map<UUID, KnownPregnancy> now = new TreeMap<>();
        Map<UUID, MotherNow> mothers = MotherNow.of(tx.sql(), before);
        before.forEach(pregnancy -> now.put(pregnancy.content().id(), hanging(pregnancy, mothers)));
        goOnAgain(now);
        standForOne(now, today);
        List<KnownPregnancy> stopped = new ArrayList<>();
        List<KnownPregnancy> moved = new ArrayList<>();
        List<KnownPregnancy> resumed = new ArrayList<>();
        Set<UUID> touched = new TreeSet<>();
        for (KnownPregnancy old : before) {
            KnownPregnancy other = Objects.requireNonNull(now.get(old.content().id()));
            if (!other.equals(old)) {
                touched.addAll(List.of(old.family(), other.family()));
                (!other.isOngoing() ? stopped : old.isOngoing() ? moved : resumed).add(other.next());
            }
        }
        // in this order: a mother has one at a time, also between two statements
        List.of(stopped, moved, resumed).forEach(some -> store(tx, actor, some));
        return touched;
    }

    private static KnownPregnancy hanging(KnownPregnancy pregnancy, Map<UUID, MotherNow> mothers) {
        MotherNow mother = mothers.get(pregnancy.content().id());
        return mother == null ? pregnancy : pregnancy.of(mother);
    }

    /** Two mothers: what stood for the other's stands for itself. */
    private static void goOnAgain(Map<UUID, KnownPregnancy> now) {
        now.replaceAll((_, pregnancy) -> {
            UUID into = pregnancy.twice().mergedInto();
            KnownPregnancy other = into == null ? null : now.get(into);
            return other == null
                            || other.content()
                                    .motherId()
                                    .equals(pregnancy.content().motherId())
                    ? pregnancy
                    : pregnancy.standingFor(null, null);
        });
    }

    private static void standForOne(Map<UUID, KnownPregnancy> now, LocalDate today) {
        Map<UUID, List<KnownPregnancy>> ongoing = now.values().stream()
                .filter(KnownPregnancy::isOngoing)
                .collect(groupingBy(pregnancy -> pregnancy.content().motherId(), TreeMap::new, toList()));
        for (List<KnownPregnancy> ofOne : ongoing.values()) {
            List<KnownPregnancy> inOrder = ofOne.stream().sorted(FIRST_TO_STAND).toList();
            UUID stands = inOrder.getFirst().content().id();
            for (KnownPregnancy other : inOrder.subList(1, inOrder.size())) {
                LocalDate confirmed = other.content().confirmedOn();
                LocalDate end = today.isBefore(confirmed) ? confirmed : today;
                now.put(
                        other.content().id(),
                        other.standingFor(stands, new KnownPregnancy.End(end, Outcome.NO_PREGNANCY)));
            }
        }
    }

    private void store(Transaction tx, Actor actor, List<KnownPregnancy> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Pregnancies.update(tx.sql(), changed);
        for (KnownPregnancy pregnancy : changed) {
            tx.announce(Announcement.of(PregnancyEvent.of(PregnancyEvent.Fact.CHANGED, pregnancy), json));
            tx.audit(actor.did(
                    "FOLLOW",
                    "pregnancy",
                    pregnancy.content().id(),
                    pregnancy.area().value()));
        }
    }
}
