package id.tumbuh.registry.family;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.screening.Screener;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Screens families again after something the decision rests on has changed: a person was registered or corrected, time has
 * passed, a rule was corrected. Only a different decision makes a new version and an event.
 */
@ApplicationScoped
public class ReassessFamilies {
    private static final String UPDATE = """
            update family set child_births = coalesce(string_to_array(nullif(new.births, ''), ',')::date[], '{}'),
                registered_wife_birth = new.wife_birth, registered_pregnant = new.pregnant,
                targeted = new.target_categories <> '', target_categories = string_to_array(new.target_categories, ','),
                at_risk = new.at_risk, risk_factors = string_to_array(new.risk_factors, ','),
                rule_version = new.rule_version, screen_again_on = new.screen_again_on, version = new.version,
                changed_at = case when family.version = new.version then changed_at else clock_timestamp() end
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as new (id, births, wife_birth, pregnant, target_categories, at_risk, risk_factors, rule_version,
                    screen_again_on, version)
            where family.id = new.id""";

    private final List<Household> households;
    private final ObjectMapper json;

    ReassessFamilies(@All List<Household> households, ObjectMapper json) {
        this.households = households;
        this.json = json;
    }

    /** After persons of these families were registered, corrected or have left. */
    public void reassess(Transaction tx, Actor actor, Screener screener, Collection<UUID> families) {
        if (families.isEmpty()) {
            return;
        }
        List<FamilyFacts> locked = lock(tx.sql(), families);
        // read after the lock: two children registered at once both count
        Map<UUID, Residents> residents = residents(tx.sql(), families);
        List<Reassessed> now = locked.stream()
                .map(facts -> reassess(facts, residents.getOrDefault(facts.id(), Residents.NOBODY), screener))
                .toList();
        apply(tx, actor, now);
    }

    Map<UUID, Residents> residents(Handle sql, Collection<UUID> families) {
        Map<UUID, Residents> residents = new HashMap<>();
        households.forEach(household -> household
                .residents(sql, families)
                .forEach((family, some) -> residents.merge(family, some, Residents::and)));
        return residents;
    }

    /** After time has passed or a rule was corrected: their persons are the same. Returns how many decisions changed. */
    int screenAgain(Transaction tx, Actor actor, Screener screener, List<FamilyFacts> locked) {
        return apply(
                tx,
                actor,
                locked.stream()
                        .map(facts -> reassess(facts, facts.residents(), screener))
                        .toList());
    }

    private int apply(Transaction tx, Actor actor, List<Reassessed> families) {
        int changed = 0;
        List<Reassessed> toWrite = new ArrayList<>();
        for (Reassessed now : families) {
            FamilyState before = now.before().state();
            if (now.differs()) {
                toWrite.add(now);
            }
            if (now.state().version() > before.version()) {
                changed++;
                tx.announce(Announcement.of(FamilyEvent.ofChange(before.risk(), now.state()), json));
                tx.audit(actor.did("RESCREEN", "family", before.id(), before.area()));
            }
        }
        write(tx.sql(), toWrite);
        return changed;
    }

    private static Reassessed reassess(FamilyFacts facts, Residents residents, Screener screener) {
        FamilyState before = facts.state();
        Decision decision = before.mergedInto() == null
                ? Decision.of(facts.conditions(), residents, screener)
                : Decision.none(screener);
        boolean same = decision.risk().decidesLike(before.risk());
        return new Reassessed(
                facts,
                before.with(same ? before.version() : before.version() + 1, decision.risk()),
                residents,
                decision);
    }

    static List<FamilyFacts> lock(Handle sql, Collection<UUID> ids) {
        return sql.createQuery("select " + FamilyFacts.COLUMNS
                        + " from family where id = any(:ids) order by id for no key update")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> FamilyFacts.read(row))
                .list();
    }

    private static void write(Handle sql, List<Reassessed> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Columns.of(changes)
                .uuid(change -> change.state().id())
                .text(change -> change.residents().childBirths().stream()
                        .map(Objects::toString)
                        .collect(Collectors.joining(",")))
                .as("date", change -> change.residents().wifeBirth())
                .as("bool", change -> change.residents().pregnant())
                .text(change -> Risk.joined(change.state().risk().targets()))
                .as("bool", change -> change.state().risk().atRisk())
                .text(change -> Risk.joined(change.state().risk().factors()))
                .text(change -> change.state().risk().ruleVersion())
                .as("date", change -> change.decision().againOn())
                .int8(change -> change.state().version())
                .update(sql, UPDATE);
    }

    /** A family after it was looked at again. */
    private record Reassessed(FamilyFacts before, FamilyState state, Residents residents, Decision decision) {
        boolean differs() {
            return !state.equals(before.state())
                    || !residents.equals(before.residents())
                    || !Objects.equals(decision.againOn(), before.screenAgainOn());
        }
    }
}
