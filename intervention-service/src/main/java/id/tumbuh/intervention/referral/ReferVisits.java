package id.tumbuh.intervention.referral;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.circumstance.Families;
import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.homevisit.HomeVisit;
import id.tumbuh.intervention.homevisit.HomeVisits;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Makes a home visit that is asked for the business of the OPD whose field it is. Sent on the day it is asked: a weighing that was
 * told late makes nobody late.
 */
@ApplicationScoped
class ReferVisits implements HomeVisits {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));

    private final RuleBook rules;
    private final ObjectMapper json;

    ReferVisits(RuleBook rules, ObjectMapper json) {
        this.rules = rules;
        this.json = json;
    }

    @Override
    public void asked(Transaction tx, List<HomeVisit> visits) {
        LocalDate day = LocalDate.now(CLOCK);
        int version = rules.on(day).rule("home-visit.answer").version();
        // who commits a placement in one area need not see where the family of the child is registered
        List<Referral> opened = tx.beyondScope(sql -> {
            Map<UUID, Family> families = locked(sql, visits);
            Collection<Referral> wanted = unknown(
                    sql,
                    visits.stream()
                            .map(visit -> matter(visit, families, version, day))
                            .toList());
            Referrals.store(sql, wanted);
            return List.copyOf(wanted);
        });
        tx.announceAll(opened.stream()
                .map(referral -> Announcement.of(ReferralEvent.of(referral), json))
                .toList());
    }

    /** What was sent for it is over, whatever its stage, unless the child is to be visited for something else that it is given. */
    @Override
    public void withdrawn(Transaction tx, List<HomeVisit> visits) {
        LocalDate day = LocalDate.now(CLOCK);
        List<Referral> closed = tx.beyondScope(sql -> {
            Collection<UUID> families = locked(sql, visits).keySet();
            Set<UUID> wanted = stillVisited(sql, visits);
            List<Referral> over = Referrals.openOf(sql, families).stream()
                    .filter(referral -> visits.stream().anyMatch(visit -> isFor(visit, referral)))
                    .filter(referral -> !wanted.contains(referral.matter().childId()))
                    .<Referral>map(referral -> referral.closed(ReferralReason.RISK_FACTOR_GONE, day))
                    .toList();
            Referrals.store(sql, over);
            return over;
        });
        tx.announceAll(closed.stream()
                .map(referral -> Announcement.of(ReferralEvent.of(referral), json))
                .toList());
    }

    private static boolean isFor(HomeVisit visit, Referral.Open referral) {
        return referral.matter().isVisit()
                && visit.childId().equals(referral.matter().childId())
                && visit.cause().equals(referral.factor().code());
    }

    private static Set<UUID> stillVisited(Handle sql, List<HomeVisit> visits) {
        return new HashSet<>(sql.createQuery("""
                        select distinct v.child_id
                        from home_visit v join provision p on p.id = coalesce(v.placement_id, v.enrolment_id)
                        where v.child_id = any(:children) and v.withdrawn_on is null and p.lasts""")
                .bindArray(
                        "children",
                        UUID.class,
                        visits.stream().map(HomeVisit::childId).toArray())
                .mapTo(UUID.class)
                .list());
    }

    /** Asked for again it is another one: what was closed stays closed. */
    private static UUID id(HomeVisit visit) {
        String again = visit.version() == 1 ? "" : "/" + visit.version();
        return UUID.nameUUIDFromBytes(("referral/visit/" + visit.id() + again).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<UUID, Family> locked(Handle sql, List<HomeVisit> visits) {
        Map<UUID, AreaCode> homes = new HashMap<>();
        visits.forEach(visit -> homes.put(visit.home().familyId(), visit.home().area()));
        return Families.lock(sql, homes, homes.keySet()).stream()
                .collect(Collectors.toMap(Family::id, Function.identity()));
    }

    private static Referral.Matter matter(HomeVisit visit, Map<UUID, Family> families, int version, LocalDate day) {
        AreaCode area = families.getOrDefault(
                        visit.home().familyId(),
                        Family.unknown(visit.home().familyId(), visit.home().area()))
                .area();
        return new Referral.Matter(
                id(visit),
                new Home(visit.home().familyId(), area),
                visit.childId(),
                new RiskFactor(visit.cause()),
                new OpdField(visit.field()),
                version,
                Referral.Origin.FACTS,
                day);
    }

    /** Neither referred before, nor while somebody is still to visit the same child. */
    private static Collection<Referral> unknown(Handle sql, List<Referral.Matter> asked) {
        Set<UUID> known =
                ids(Referrals.byIds(sql, asked.stream().map(Referral.Matter::id).toList()));
        Set<List<Object>> awaited = new HashSet<>();
        Referrals.openOf(
                        sql,
                        asked.stream().map(matter -> matter.home().familyId()).toList())
                .stream()
                .map(Referral::matter)
                .filter(Referral.Matter::isVisit)
                .forEach(matter -> awaited.add(visited(matter)));
        return asked.stream()
                .filter(matter -> !known.contains(matter.id()) && awaited.add(visited(matter)))
                .<Referral>map(Referral.Open::sent)
                .toList();
    }

    private static List<Object> visited(Referral.Matter matter) {
        return List.of(requireNonNull(matter.childId()), matter.cause());
    }

    private static Set<UUID> ids(Collection<Referral> referrals) {
        return referrals.stream().map(Referral::id).collect(Collectors.toSet());
    }
}
