package id.tumbuh.registry.couple;

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
 * Couples of a bride or groom with several records. Each hangs on whomever the reported ones stand for. Of two plans of one bride,
 * which two systems registered of one wedding, one stands: her own before one that came with a merge, then the lower id. The other is
 * told as called off, and is a plan again when the merge is undone.
 */
@ApplicationScoped
class CouplesOfThePartners implements FollowsMembers {
    private static final Comparator<KnownCouple> FIRST_TO_STAND = Comparator.comparing(
                    (KnownCouple couple) -> couple.twice().reportedBride() != null)
            .thenComparing(couple -> couple.content().id().toString());

    private final ObjectMapper json;

    CouplesOfThePartners(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Set<UUID> follow(Transaction tx, Actor actor, Set<UUID> members, LocalDate today) {
        List<KnownCouple> before = KnownCouple.lockAllOfPartners(tx.sql(), members);
        if (before.isEmpty()) {
            return Set.of();
        }
        Map<UUID, KnownCouple> now = new TreeMap<>();
        Map<UUID, PartnersNow> partners = PartnersNow.of(tx.sql(), before);
        before.forEach(couple -> now.put(couple.content().id(), hanging(couple, partners)));
        planAgain(now);
        standForOne(now, today);
        List<KnownCouple> stopped = new ArrayList<>();
        List<KnownCouple> moved = new ArrayList<>();
        List<KnownCouple> resumed = new ArrayList<>();
        Set<UUID> touched = new TreeSet<>();
        for (KnownCouple old : before) {
            KnownCouple other = Objects.requireNonNull(now.get(old.content().id()));
            if (!other.equals(old)) {
                touched.addAll(List.of(old.family(), other.family()));
                (!other.isPlanned() ? stopped : old.isPlanned() ? moved : resumed).add(other.next());
            }
        }
        // in this order: a bride has one plan, also between two statements
        List.of(stopped, moved, resumed).forEach(some -> store(tx, actor, some));
        return touched;
    }

    private static KnownCouple hanging(KnownCouple couple, Map<UUID, PartnersNow> partners) {
        PartnersNow now = partners.get(couple.content().id());
        return now == null ? couple : couple.of(now);
    }

    /** Two brides: what stood for the other's plan stands for itself. */
    private static void planAgain(Map<UUID, KnownCouple> now) {
        now.replaceAll((_, couple) -> {
            UUID into = couple.twice().mergedInto();
            KnownCouple other = into == null ? null : now.get(into);
            return other == null
                            || other.content().brideId().equals(couple.content().brideId())
                    ? couple
                    : couple.standingForItself();
        });
    }

    private static void standForOne(Map<UUID, KnownCouple> now, LocalDate today) {
        Map<UUID, List<KnownCouple>> planned = now.values().stream()
                .filter(KnownCouple::isPlanned)
                .collect(groupingBy(couple -> couple.content().brideId(), TreeMap::new, toList()));
        for (List<KnownCouple> ofOne : planned.values()) {
            List<KnownCouple> inOrder = ofOne.stream().sorted(FIRST_TO_STAND).toList();
            UUID stands = inOrder.getFirst().content().id();
            inOrder.subList(1, inOrder.size())
                    .forEach(other -> now.put(other.content().id(), other.standingFor(stands, today)));
        }
    }

    private void store(Transaction tx, Actor actor, List<KnownCouple> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Couples.update(tx.sql(), changed);
        for (KnownCouple couple : changed) {
            tx.announce(Announcement.of(CoupleEvent.of(CoupleEvent.Fact.CHANGED, couple), json));
            tx.audit(actor.did(
                    "FOLLOW", "couple", couple.content().id(), couple.area().value()));
        }
    }
}
