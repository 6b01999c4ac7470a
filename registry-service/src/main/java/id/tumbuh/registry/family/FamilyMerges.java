package id.tumbuh.registry.family;

import id.tumbuh.registry.batch.Actor;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which families were merged into which, and who came with them. */
final class FamilyMerges {
    private FamilyMerges() {}

    /** A merge that holds. */
    record Merged(UUID id, UUID survivor, Set<UUID> persons) {
        Merged {
            persons = Set.copyOf(persons);
        }
    }

    static void add(Handle sql, Actor actor, MergeFamilies.Merge merge, Set<UUID> persons) {
        sql.createUpdate("""
                        insert into family_merge (id, duplicate, survivor, effective_on, reason, persons, merged_by)
                        values (:id, :duplicate, :survivor, :on, :reason, :persons, :by)""")
                .bind("id", UUID.randomUUID())
                .bind("duplicate", merge.duplicate())
                .bind("survivor", merge.survivor())
                .bind("on", merge.on())
                .bind("reason", merge.reason())
                .bindArray("persons", UUID.class, persons.toArray())
                .bind("by", actor.subject())
                .execute();
    }

    static Optional<Merged> standing(Handle sql, UUID duplicate) {
        return sql.createQuery("""
                        select id, survivor, persons from family_merge
                        where duplicate = :duplicate and undone_at is null""")
                .bind("duplicate", duplicate)
                .map((row, _) -> new Merged(
                        row.getObject("id", UUID.class), row.getObject("survivor", UUID.class), Set.of((UUID[])
                                row.getArray("persons").getArray())))
                .findOne();
    }

    /** The row of the duplicate, which stands for another family now. */
    static void setMerged(Handle sql, FamilyState state) {
        sql.createUpdate("""
                        update family set merged_into = :survivor, targeted = false, target_categories = '{}',
                            at_risk = false, risk_factors = '{}', rule_version = :rules, screen_again_on = null,
                            child_births = '{}', registered_wife_birth = null, registered_pregnant = null,
                            priority = null, priority_reason = null, version = :version, changed_at = clock_timestamp()
                        where id = :id""")
                .bind("id", state.id())
                .bind("survivor", state.mergedInto())
                .bind("rules", state.risk().ruleVersion())
                .bind("version", state.version())
                .execute();
    }

    static void undo(Handle sql, Actor actor, UUID merge, UUID duplicate) {
        sql.createUpdate("update family_merge set undone_at = clock_timestamp(), undone_by = :by where id = :id")
                .bind("id", merge)
                .bind("by", actor.subject())
                .execute();
        sql.createUpdate("update family set merged_into = null where id = :id")
                .bind("id", duplicate)
                .execute();
    }
}
