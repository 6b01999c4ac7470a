package id.tumbuh.registry.member;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.identity.IdentityKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives the survivor of a merge what it lacked, and takes it back: as far as it still stands there as it was given, in favour of
 * the next record merged into the same member that knows it, and along the chain if the survivor was merged itself.
 */
@ApplicationScoped
class CompleteMember {
    private final IdentityKeys identities;

    CompleteMember(IdentityKeys identities) {
        this.identities = identities;
    }

    /** Returns what was filled. */
    Set<MemberBlank> complete(Transaction tx, Actor actor, KnownMember survivor, KnownMember from) {
        Map<MemberBlank, @Nullable Object> values = new EnumMap<>(MemberBlank.class);
        for (MemberBlank field : MemberBlank.values()) {
            Object known = field.of(from.content());
            if (known != null && field.of(survivor.content()) == null) {
                values.put(field, known);
            }
        }
        store(tx, actor, survivor, values);
        return Set.copyOf(values.keySet());
    }

    void takeBack(Transaction tx, Actor actor, MemberMerge ended, NewMember from) {
        Map<MemberBlank, @Nullable Object> given = new EnumMap<>(MemberBlank.class);
        ended.filled().forEach(field -> given.put(field, field.of(from)));
        takeBack(tx, actor, ended.survivor(), given, Map.of());
    }

    /** @param instead what the record below holds now, of what it had given */
    private void takeBack(
            Transaction tx,
            Actor actor,
            UUID id,
            Map<MemberBlank, @Nullable Object> given,
            Map<MemberBlank, Object> instead) {
        Optional<KnownMember> found = KnownMember.lock(tx.sql(), id, identities);
        if (found.isEmpty() || given.isEmpty()) {
            return;
        }
        KnownMember survivor = found.get();
        Map<MemberBlank, @Nullable Object> values = new EnumMap<>(MemberBlank.class);
        given.forEach((field, value) -> {
            if (Objects.equals(field.of(survivor.content()), value)) { // or somebody has corrected it since
                values.put(field, instead.get(field));
            }
        });
        refill(tx, survivor, values);
        store(tx, actor, survivor, values);
        MemberMerge.of(tx.sql(), id).ifPresent(next -> passOn(tx, actor, next, survivor.content(), values));
    }

    private void passOn(
            Transaction tx, Actor actor, MemberMerge next, NewMember old, Map<MemberBlank, @Nullable Object> values) {
        Map<MemberBlank, @Nullable Object> given = new EnumMap<>(MemberBlank.class);
        Map<MemberBlank, Object> instead = new EnumMap<>(MemberBlank.class);
        Set<MemberBlank> filled = EnumSet.noneOf(MemberBlank.class);
        filled.addAll(next.filled());
        for (Map.Entry<MemberBlank, @Nullable Object> change : values.entrySet()) {
            MemberBlank field = change.getKey();
            if (next.filled().contains(field)) {
                given.put(field, field.of(old));
                Object other = change.getValue();
                if (other == null) {
                    filled.remove(field);
                    continue;
                }
                instead.put(field, other);
            }
        }
        next.fill(tx.sql(), filled);
        takeBack(tx, actor, next.survivor(), given, instead);
    }

    /** What one record gave and takes back, another of the same member may know as well. */
    private void refill(Transaction tx, KnownMember survivor, Map<MemberBlank, @Nullable Object> values) {
        for (MemberMerge other : MemberMerge.into(tx.sql(), survivor.id())) {
            Optional<KnownMember> from = KnownMember.find(tx.sql(), other.member(), identities);
            if (from.isEmpty()) {
                continue;
            }
            Set<MemberBlank> filled = EnumSet.noneOf(MemberBlank.class);
            filled.addAll(other.filled());
            for (Map.Entry<MemberBlank, @Nullable Object> open : values.entrySet()) {
                Object known = open.getKey().of(from.get().content());
                if (open.getValue() == null && known != null) {
                    open.setValue(known);
                    filled.add(open.getKey());
                }
            }
            if (filled.size() > other.filled().size()) {
                other.fill(tx.sql(), filled);
            }
        }
    }

    /** The fingerprint stays: who registered the member may send it again as it was. */
    private void store(Transaction tx, Actor actor, KnownMember survivor, Map<MemberBlank, @Nullable Object> values) {
        NewMember content = MemberBlank.replaced(survivor.content(), values);
        if (content.equals(survivor.content())) {
            return;
        }
        MemberRow row = MemberRow.sealed(content, survivor.home(), identities, survivor.version() + 1);
        Members.complete(tx.sql(), row);
        tx.audit(actor.did("COMPLETE", "member", row.id(), row.area()));
    }
}
