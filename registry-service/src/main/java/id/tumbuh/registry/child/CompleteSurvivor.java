package id.tumbuh.registry.child;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.identity.IdentityKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives the survivor of a merge what it lacked, and takes it back: as far as it still stands there as it was given, in favour of
 * the next record merged into the same child that knows it, and along the chain if the survivor was merged itself.
 */
@ApplicationScoped
class CompleteSurvivor {
    private final Children children;
    private final IdentityKeys identities;
    private final Nameless nameless;
    private final ObjectMapper json;

    CompleteSurvivor(Children children, IdentityKeys identities, Nameless nameless, ObjectMapper json) {
        this.children = children;
        this.identities = identities;
        this.nameless = nameless;
        this.json = json;
    }

    /** What was filled, and what stood for the name before. */
    record Completed(Set<Blank> filled, @Nullable String replacedName) {}

    Completed complete(Transaction tx, Actor actor, KnownChild survivor, KnownChild from) {
        Map<Blank, @Nullable Object> values = new EnumMap<>(Blank.class);
        for (Blank field : Blank.values()) {
            if (isBlank(field, survivor.content()) && !isBlank(field, from.content()) && isOf(field, survivor, from)) {
                values.put(field, field.of(from.content()));
            }
        }
        String replaced = values.containsKey(Blank.NAME) ? survivor.content().name() : null;
        store(tx, actor, survivor, values);
        return new Completed(Set.copyOf(values.keySet()), replaced);
    }

    void takeBack(Transaction tx, Actor actor, ChildMerge ended, NewChild from) {
        Map<Blank, @Nullable Object> given = new EnumMap<>(Blank.class);
        ended.filled().forEach(field -> given.put(field, field.of(from)));
        Map<Blank, @Nullable Object> before = new EnumMap<>(Blank.class);
        ended.filled().forEach(field -> before.put(field, field == Blank.NAME ? ended.replacedName() : null));
        takeBack(tx, actor, ended.survivor(), given, before);
    }

    private void takeBack(
            Transaction tx,
            Actor actor,
            UUID id,
            Map<Blank, @Nullable Object> given,
            Map<Blank, @Nullable Object> before) {
        Optional<KnownChild> found = KnownChild.lock(tx.sql(), id, identities);
        if (found.isEmpty()) {
            return;
        }
        KnownChild survivor = found.get();
        Map<Blank, @Nullable Object> values = new EnumMap<>(Blank.class);
        given.forEach((field, value) -> {
            if (Objects.equals(field.of(survivor.content()), value)) { // or somebody has corrected it since
                values.put(field, before.get(field));
            }
        });
        refill(tx, survivor, values);
        store(tx, actor, survivor, values);
        ChildMerge.of(tx.sql(), id).ifPresent(next -> passOn(tx, actor, next, survivor.content(), values));
    }

    private void passOn(
            Transaction tx, Actor actor, ChildMerge next, NewChild old, Map<Blank, @Nullable Object> values) {
        Map<Blank, @Nullable Object> given = new EnumMap<>(Blank.class);
        Map<Blank, @Nullable Object> before = new EnumMap<>(Blank.class);
        Set<Blank> filled = EnumSet.noneOf(Blank.class);
        filled.addAll(next.filled());
        for (Map.Entry<Blank, @Nullable Object> change : values.entrySet()) {
            Blank field = change.getKey();
            if (next.filled().contains(field)) {
                given.put(field, field.of(old));
                boolean hasOther = !isBlank(field, change.getValue());
                before.put(field, hasOther ? change.getValue() : field == Blank.NAME ? next.replacedName() : null);
                if (!hasOther) {
                    filled.remove(field);
                }
            }
        }
        next.fill(tx.sql(), filled, filled.contains(Blank.NAME) ? next.replacedName() : null);
        if (!given.isEmpty()) {
            takeBack(tx, actor, next.survivor(), given, before);
        }
    }

    /** What one record gave and takes back, another of the same child may know as well. */
    private void refill(Transaction tx, KnownChild survivor, Map<Blank, @Nullable Object> values) {
        List<ChildMerge> others = ChildMerge.into(tx.sql(), survivor.content().id());
        for (ChildMerge other : others) {
            KnownChild from =
                    KnownChild.find(tx.sql(), other.child(), identities).orElse(null);
            if (from == null) {
                continue;
            }
            Set<Blank> filled = EnumSet.noneOf(Blank.class);
            filled.addAll(other.filled());
            String replaced = other.replacedName();
            for (Map.Entry<Blank, @Nullable Object> open : values.entrySet()) {
                Blank field = open.getKey();
                if (isBlank(field, open.getValue()) && !isBlank(field, from.content()) && isOf(field, survivor, from)) {
                    replaced = field == Blank.NAME ? (String) open.getValue() : replaced;
                    open.setValue(field.of(from.content()));
                    filled.add(field);
                }
            }
            if (filled.size() > other.filled().size()) {
                other.fill(tx.sql(), filled, replaced);
            }
        }
    }

    private void store(Transaction tx, Actor actor, KnownChild survivor, Map<Blank, @Nullable Object> values) {
        NewChild content = Blank.replaced(survivor.content(), values);
        if (content.content().equals(survivor.content().content())) {
            return;
        }
        ChildRow row = ChildRow.sealed(content, survivor.home(), identities, survivor.version() + 1);
        NewChild reported = ChildMerge.of(tx.sql(), row.id())
                .map(merge -> content.followed(merge.wasActive()))
                .orElse(content);
        children.update(tx.sql(), row.knownAs(identities.fingerprint(reported.content())));
        tx.announce(Announcement.of(ChildEvent.of(ChildEvent.Fact.CHANGED, row, survivor.mergedInto()), json));
        tx.audit(actor.did("COMPLETE", "child", row.id(), row.area().value()));
    }

    /** A posyandu is that of a village. */
    private static boolean isOf(Blank field, KnownChild survivor, KnownChild from) {
        return field != Blank.POSYANDU || survivor.area().equals(from.area());
    }

    private boolean isBlank(Blank field, NewChild child) {
        return isBlank(field, field.of(child));
    }

    private boolean isBlank(Blank field, @Nullable Object value) {
        return value == null || (field == Blank.NAME && nameless.is((String) value));
    }
}
