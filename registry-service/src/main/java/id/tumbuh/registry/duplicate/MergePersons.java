package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Merging;
import id.tumbuh.registry.child.MergeChildren;
import id.tumbuh.registry.member.MergeMembers;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Merges two records of a pair, whoever they are of. */
@ApplicationScoped
class MergePersons {
    private final MergeChildren children;
    private final MergeMembers members;

    MergePersons(MergeChildren children, MergeMembers members) {
        this.children = children;
        this.members = members;
    }

    /** Which record is given up for which. */
    record Merge(
            PersonKind kind,
            UUID person,
            UUID survivor,
            @Nullable String reason,
            boolean automatic) {}

    Merging merge(Transaction tx, Actor actor, Screener today, Merge merge) {
        return switch (merge.kind()) {
            case CHILD ->
                children.merge(
                        tx,
                        actor,
                        today,
                        new MergeChildren.Merge(merge.person(), merge.survivor(), merge.reason(), merge.automatic()));
            case MEMBER ->
                members.merge(
                        tx,
                        actor,
                        today,
                        new MergeMembers.Merge(
                                merge.person(), merge.survivor(), today.day(), merge.reason(), merge.automatic()));
        };
    }
}
