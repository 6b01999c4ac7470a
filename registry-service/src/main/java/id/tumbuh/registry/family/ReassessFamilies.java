package id.tumbuh.registry.family;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Columns;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Screens families again after something the decision rests on has changed: a child was registered or corrected, a rule
 * was. Only a different decision makes a new version and an event.
 */
@ApplicationScoped
public class ReassessFamilies {
    private static final String UPDATE = """
            update family set youngest_child = new.youngest, targeted = new.targeted, at_risk = new.at_risk,
                risk_factors = string_to_array(new.risk_factors, ','), rule_version = new.rule_version,
                version = new.version,
                changed_at = case when family.version = new.version then changed_at else clock_timestamp() end
            from unnest(?, ?, ?, ?, ?, ?, ?)
                as new (id, youngest, targeted, at_risk, risk_factors, rule_version, version)
            where family.id = new.id""";

    private final Household household;
    private final ObjectMapper json;

    ReassessFamilies(Household household, ObjectMapper json) {
        this.household = household;
        this.json = json;
    }

    public void reassess(Transaction tx, Actor actor, Screener screener, Collection<UUID> families) {
        if (families.isEmpty()) {
            return;
        }
        List<FamilyFacts> locked = lock(tx.sql(), families);
        // read after the lock: two children registered at once both count
        Map<UUID, LocalDate> youngest = household.youngest(tx.sql(), families);
        List<Reassessed> changes = new ArrayList<>();
        for (FamilyFacts facts : locked) {
            Reassessed now = reassess(facts, youngest.get(facts.id()), screener);
            if (now.differs(facts)) {
                changes.add(now);
            }
            if (now.state().version() > facts.state().version()) {
                tx.announce(Announcement.of(FamilyEvent.ofChange(facts.state().risk(), now.state()), json));
                tx.audit(actor.did(
                        "RESCREEN", "family", facts.id(), facts.state().area()));
            }
        }
        write(tx.sql(), changes);
    }

    private static Reassessed reassess(FamilyFacts facts, @Nullable LocalDate youngest, Screener screener) {
        Risk risk = Risk.of(screener.screen(facts.conditions().profile(youngest)));
        FamilyState before = facts.state();
        FamilyState after = risk.decidesLike(before.risk())
                ? before
                : new FamilyState(before.id(), before.version() + 1, before.area(), risk, before.welfareRank());
        return new Reassessed(after, youngest);
    }

    private static List<FamilyFacts> lock(Handle sql, Collection<UUID> ids) {
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
                .as("date", Reassessed::youngest)
                .as("bool", change -> change.state().risk().targeted())
                .as("bool", change -> change.state().risk().atRisk())
                .text(change -> change.state().risk().joinedFactors())
                .text(change -> change.state().risk().ruleVersion())
                .int8(change -> change.state().version())
                .update(sql, UPDATE);
    }

    /** A family after it was looked at again. */
    private record Reassessed(FamilyState state, @Nullable LocalDate youngest) {
        boolean differs(FamilyFacts before) {
            return !state.equals(before.state()) || !Objects.equals(youngest, before.youngestChild());
        }
    }
}
