package id.tumbuh.registry.member;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.family.FormerMemberships;
import id.tumbuh.registry.family.Household;
import id.tumbuh.registry.family.Residents;
import id.tumbuh.registry.family.Transfer;
import id.tumbuh.registry.identity.IdentityKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Adults as members of a family. */
@ApplicationScoped
class MembersOfTheFamily implements Household {
    private final IdentityKeys identities;
    private final MergeMembers merges;

    MembersOfTheFamily(IdentityKeys identities, MergeMembers merges) {
        this.identities = identities;
        this.merges = merges;
    }

    @Override
    public Map<UUID, Residents> residents(Handle sql, Collection<UUID> families) {
        Map<UUID, Residents> residents = new HashMap<>();
        sql.createQuery("""
                        select family_id, max(birth_date) as born from member
                        where family_id = any(:families) and birth_date is not null and %s
                        group by family_id""".formatted(Wives.CONDITION))
                .bindArray("families", UUID.class, families.toArray())
                .map((row, _) ->
                        Map.entry(row.getObject("family_id", UUID.class), row.getObject("born", LocalDate.class)))
                .forEach(entry -> residents.put(entry.getKey(), Residents.wife(entry.getValue())));
        return residents;
    }

    /** The foreign key has moved their rows already. */
    @Override
    public void moved(Transaction tx, Actor actor, Collection<UUID> families, AreaCode to) {
        tx.sql()
                .createQuery("""
                        update member set version = version + 1, changed_at = clock_timestamp()
                        where family_id = any(:families) returning id""")
                .bindArray("families", UUID.class, families)
                .mapTo(UUID.class)
                .forEach(member -> tx.audit(actor.did("MOVE", "member", member, to.value())));
    }

    /** Their NIK is sealed anew: it opens with the key of the family they belong to. */
    @Override
    public Set<UUID> transfer(Transaction tx, Actor actor, Transfer transfer) {
        List<KnownMember> leaving = KnownMember.lockAllOf(
                        tx.sql(), transfer.from().id(), identities)
                .stream()
                .filter(member -> transfer.takes(member.id()))
                .toList();
        if (leaving.isEmpty()) {
            return Set.of();
        }
        List<MemberRow> rows = leaving.stream()
                .map(member -> MemberRow.sealed(member.content(), transfer.to(), identities, member.version() + 1))
                .toList();
        Members.transfer(tx.sql(), rows);
        leave(tx.sql(), leaving, transfer);
        rows.forEach(row -> tx.audit(actor.did("TRANSFER", "member", row.id(), row.area())));
        Set<UUID> went = rows.stream().map(MemberRow::id).collect(Collectors.toSet());
        if (transfer.cause() == Transfer.Cause.SEPARATED) {
            merges.separate(tx, actor, went, transfer.on());
        }
        return went;
    }

    /** For members whose row names their new family already. */
    static void leave(Handle sql, List<KnownMember> members, Transfer transfer) {
        FormerMemberships.add(
                sql,
                transfer,
                members.stream()
                        .map(member -> new FormerMemberships.Leaver(
                                member.id(), FormerMemberships.Kind.MEMBER, member.joinedOn()))
                        .toList());
        sql.createUpdate("update member set joined_on = :on, joined_by = :cause where id = any(:ids)")
                .bind("on", transfer.on())
                .bind("cause", transfer.cause().name())
                .bindArray(
                        "ids", UUID.class, members.stream().map(KnownMember::id).toArray())
                .execute();
    }
}
