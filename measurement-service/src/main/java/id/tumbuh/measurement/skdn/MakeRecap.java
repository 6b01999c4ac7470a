package id.tumbuh.measurement.skdn;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.tumbuh.measurement.skdn.MonthDecision.Content;
import id.tumbuh.measurement.skdn.Places.Names;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Makes a recap out of the tables of the posyandu that belong to an area, each as {@link PosyanduMonth} shows it to the same
 * caller: what is closed as it was closed, the rest as it is counted now. So F2 is the sum of the F1 of its desa, and no child
 * is in two of them for living in one desa and going to the posyandu of another.
 */
@ApplicationScoped
class MakeRecap {

    private final Database database;
    private final CountSkdn count;
    private final MonthDecisions decisions;
    private final LookUpPlaces places;
    private final RuleBook rules;
    private final Clock clock;

    MakeRecap(
            Database database,
            CountSkdn count,
            MonthDecisions decisions,
            LookUpPlaces places,
            RuleBook rules,
            Clock clock) {
        this.database = database;
        this.count = count;
        this.decisions = decisions;
        this.places = places;
        this.rules = rules;
        this.clock = clock;
    }

    /** Empty when the area is none of the caller's, or when nobody knows of it. */
    Optional<Recap> of(AreaCode area, YearMonth month, Caller caller, String bearer) {
        if (!caller.scope().allows(area)) {
            return Optional.empty();
        }
        // no transaction is open while another service is asked
        Places listed = places.of(area, bearer);
        List<RecapPart> parts = database.read(Scope.everywhere(), sql -> parts(sql, area, month, listed));
        if (parts.isEmpty() && listed.state() == Names.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(AssembleRecap.of(new AssembleRecap.Question(area, month, clock.instant()), listed, parts));
    }

    private List<RecapPart> parts(Handle sql, AreaCode area, YearMonth month, Places listed) {
        SkdnPolicy policy = SkdnPolicy.in(month, rules);
        Map<UUID, String> homes =
                PosyanduHomes.around(sql, area, listed.posyandu().keySet());
        listed.posyandu().forEach((id, posyandu) -> homes.putIfAbsent(id, posyandu.area()));
        homes.values().removeIf(home -> !area.contains(new AreaCode(home)));

        Map<UUID, MonthDecision> closed = decisions.closed(sql, homes.keySet(), month);
        Map<UUID, List<SkdnRow>> counted = new TreeMap<>();
        for (SkdnRow row : count.ofAllPosyandu(sql, homes.keySet(), month, policy)) {
            if (row.posyanduId() != null) {
                counted.computeIfAbsent(row.posyanduId(), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        List<RecapPart> parts = new ArrayList<>();
        homes.forEach((id, home) -> {
            Content now = Content.of(counted.getOrDefault(id, List.of()), policy);
            MonthDecision decision = closed.get(id);
            parts.add(
                    decision == null
                            ? new RecapPart(id, home, false, false, policy.version(), now.cells())
                            : closed(decision, home, now));
        });
        parts.addAll(withoutPosyandu(sql, area, month, policy));
        return parts;
    }

    private static RecapPart closed(MonthDecision decision, String home, Content now) {
        return new RecapPart(
                decision.posyanduId(),
                home,
                true,
                !decision.content().equals(now),
                decision.ruleVersion(),
                decision.content().cells());
    }

    private List<RecapPart> withoutPosyandu(Handle sql, AreaCode area, YearMonth month, SkdnPolicy policy) {
        return count.withoutPosyandu(sql, area, month, policy).stream()
                .collect(groupingBy(SkdnRow::areaCode, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(desa -> new RecapPart(
                        null, desa.getKey(), false, false, policy.version(), SkdnTable.cells(desa.getValue(), policy)))
                .toList();
    }
}
