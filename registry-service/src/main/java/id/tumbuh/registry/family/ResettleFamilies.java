package id.tumbuh.registry.family;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.screening.Screener;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Families whose desa has another code: they move without leaving home. A move like any other, with its residence of before,
 * its event and its audit, but for many at once and with the address kept.
 */
@ApplicationScoped
public class ResettleFamilies {
    private final IdentityKeys identities;
    private final List<Household> households;
    private final ObjectMapper json;

    ResettleFamilies(IdentityKeys identities, @All List<Household> households, ObjectMapper json) {
        this.identities = identities;
        this.households = households;
        this.json = json;
    }

    /** From one desa to another, since a day. */
    public record Resettlement(AreaCode from, AreaCode to, LocalDate on) {}

    /** The next of all who live there; returns how many they were. None are left when it is less than the limit. */
    public int next(Transaction tx, Actor actor, Screener screener, Resettlement where, int limit) {
        return resettle(tx, actor, screener, KnownFamily.lockSomeIn(tx.sql(), where.from(), limit, identities), where);
    }

    /** These, as far as they still live there; returns how many did. */
    public int these(Transaction tx, Actor actor, Screener screener, Collection<UUID> families, Resettlement where) {
        return resettle(
                tx, actor, screener, KnownFamily.lockAmong(tx.sql(), families, where.from(), identities), where);
    }

    private int resettle(
            Transaction tx, Actor actor, Screener screener, List<KnownFamily> families, Resettlement where) {
        if (families.isEmpty()) {
            return 0;
        }
        List<UUID> ids = families.stream().map(KnownFamily::id).toList();
        FormerResidences.leaveByCode(tx.sql(), ids, where.on());
        List<FamilyRow> rows = new ArrayList<>();
        for (KnownFamily family : families) {
            rows.add(resettled(tx, screener, family, where));
            tx.audit(actor.did("MOVE", "family", family.id(), where.to().value()));
        }
        Families.update(tx.sql(), rows);
        households.forEach(household -> household.moved(tx, actor, ids, where.to()));
        return families.size();
    }

    private FamilyRow resettled(Transaction tx, Screener screener, KnownFamily before, Resettlement where) {
        FamilyState old = before.facts().state();
        NewFamily known = before.content();
        NewFamily content =
                new NewHome(known.id(), where.to(), known.rw(), known.rt(), known.address(), where.on()).of(known);
        Decision decision = before.isMerged()
                ? Decision.none(screener)
                : Decision.of(content.conditions(), before.facts().residents(), screener);
        FamilyRow row = FamilyRow.sealed(content, before.key(), identities, decision, old.version() + 1);
        Occasion moved = new Occasion.Moved(old.area(), where.on());
        FamilyRow told = row.withVersion(FamilyEvent.versionAfter(old, row.state(), moved));
        FamilyState now = told.state();
        FamilyEvent.ofOccasion(
                        old,
                        new FamilyState(
                                now.id(), now.version(), now.area(), now.risk(), now.welfareRank(), old.mergedInto()),
                        moved)
                .forEach(event -> tx.announce(Announcement.of(event, json)));
        return told;
    }
}
