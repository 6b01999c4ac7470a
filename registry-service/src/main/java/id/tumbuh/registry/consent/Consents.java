package id.tumbuh.registry.consent;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.child.PresentChild;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The consents of the database, as far as the scope reaches. */
final class Consents {
    private Consents() {}

    /** Whether the subject is there; it stays until the transaction ends. */
    static boolean subjectExists(Handle sql, ConsentSubject subject) {
        String table = subject.kind();
        return sql.createQuery("select id from " + table + " where id = :id for key share")
                .bind("id", subject.id())
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    /** False when the id is taken. */
    static boolean insert(Handle sql, Consent consent, Actor actor) {
        return sql.createUpdate("""
                        insert into consent (id, child_id, reported_child_id, family_id, purpose, partner, legal_basis, given_by, evidence_kind,
                            evidence_reference, valid_from, valid_until, recorded_by, version)
                        values (:id, cast(:child as uuid), nullif(cast(:reported as uuid), cast(:child as uuid)), cast(:family as uuid), :purpose, :partner, :basis, :givenBy, :kind, :reference, :from, :until,
                            :recordedBy, 1)
                        on conflict on constraint consent_pk do nothing""")
                        .bind("id", consent.id())
                        .bind("child", present(sql, consent.subject().childId()))
                        .bind("reported", consent.subject().childId())
                        .bind("family", consent.subject().familyId())
                        .bind("purpose", consent.purpose())
                        .bind("partner", consent.partner())
                        .bind("basis", consent.legalBasis())
                        .bind("givenBy", consent.givenBy())
                        .bind("kind", consent.evidence().kind())
                        .bind("reference", consent.evidence().reference())
                        .bind("from", consent.validFrom())
                        .bind("until", consent.validUntil())
                        .bind("recordedBy", actor.subject())
                        .execute()
                == 1;
    }

    /** The subjects of these that are there; they stay until the transaction ends. */
    static Set<ConsentSubject> present(Handle sql, Collection<Consent> consents) {
        Set<ConsentSubject> present = new HashSet<>();
        locked(sql, "child", consents, ConsentSubject::childId)
                .forEach(id -> present.add(new ConsentSubject.OfChild(id)));
        locked(sql, "family", consents, ConsentSubject::familyId)
                .forEach(id -> present.add(new ConsentSubject.OfFamily(id)));
        return present;
    }

    /** In the order of their ids, so that two batches never wait in a circle. */
    private static List<UUID> locked(
            Handle sql, String table, Collection<Consent> consents, Function<ConsentSubject, @Nullable UUID> id) {
        Object[] ids = consents.stream()
                .flatMap(consent -> Stream.ofNullable(id.apply(consent.subject())))
                .distinct()
                .toArray();
        return ids.length == 0
                ? List.of()
                : sql.createQuery("select id from " + table + " where id = any(:ids) order by id for key share")
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(UUID.class)
                        .list();
    }

    /** Returns the ids of those that were not there. */
    static Set<UUID> insert(Handle sql, List<Consent> consents, Actor actor) {
        if (consents.isEmpty()) {
            return new LinkedHashSet<>();
        }
        return new LinkedHashSet<>(Columns.of(consents)
                .uuid(Consent::id)
                .uuid(consent -> consent.subject().childId())
                .uuid(consent -> consent.subject().familyId())
                .text(Consent::purpose)
                .text(Consent::partner)
                .text(Consent::legalBasis)
                .text(Consent::givenBy)
                .text(consent -> consent.evidence().kind())
                .text(consent -> consent.evidence().reference())
                .as("date", Consent::validFrom)
                .as("date", Consent::validUntil)
                .text(_ -> actor.subject())
                .query(sql, """
                        insert into consent (id, child_id, reported_child_id, family_id, purpose, partner, legal_basis, given_by, evidence_kind,
                            evidence_reference, valid_from, valid_until, recorded_by, version)
                        select given.id, now.child, nullif(given.child, now.child), given.family, purpose, partner, basis, given_by, kind,
                            reference, valid_from, valid_until, recorded_by, 1
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as given (id, child, family, purpose, partner, basis,
                                given_by, kind, reference, valid_from, valid_until, recorded_by)
                            cross join lateral (select coalesce(present_child(given.child), given.child) as child) as now
                        order by given.id
                        on conflict on constraint consent_pk do nothing returning id""", row -> row.getObject(1, UUID.class)));
    }

    /** Those of the ids that are there, by id. */
    static Map<UUID, StoredConsent> find(Handle sql, Collection<UUID> ids) {
        return sql.createQuery(StoredConsent.SELECT + " where n.id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> StoredConsent.read(row))
                .collect(Collectors.toMap(one -> one.consent().id(), Function.identity()));
    }

    private static @Nullable UUID present(Handle sql, @Nullable UUID child) {
        return child == null ? null : PresentChild.of(sql, child);
    }

    static Optional<StoredConsent> find(Handle sql, UUID id) {
        return sql.createQuery(StoredConsent.SELECT + " where n.id = :id")
                .bind("id", id)
                .map((row, _) -> StoredConsent.read(row))
                .findOne();
    }

    /** Two who withdraw at once are one withdrawal. */
    static boolean lock(Handle sql, UUID id) {
        return sql.createQuery("select id from consent where id = :id for no key update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    static void withdraw(Handle sql, UUID id, Consent.Withdrawal withdrawal, Actor actor) {
        sql.createUpdate("""
                        update consent set withdrawn_on = :on, withdrawn_by = :by, withdrawal_recorded_by = :recordedBy,
                            withdrawal_recorded_at = clock_timestamp(), version = version + 1
                        where id = :id""")
                .bind("on", withdrawal.on())
                .bind("by", withdrawal.by())
                .bind("recordedBy", actor.subject())
                .bind("id", id)
                .execute();
    }

    /** Those of the family and of its children, the newest first. */
    static List<StoredConsent> ofFamily(Handle sql, UUID family) {
        return sql.createQuery(StoredConsent.SELECT
                        + " where n.family_id = :family or c.family_id = :family order by n.recorded_at desc, n.id")
                .bind("family", family)
                .map((row, _) -> StoredConsent.read(row))
                .list();
    }

    /** The last day on which each of these is permitted, of those permitted on the day. */
    static List<Permitted> permitted(
            Handle sql, Collection<UUID> ids, String purpose, @Nullable String partner, LocalDate day) {
        return sql.createQuery("""
                        select coalesce(child_id, family_id) as id, max(valid_until) as until from consent
                        where (child_id = any(:ids) or family_id = any(:ids)) and purpose = :purpose
                            and partner is not distinct from cast(:partner as text) and withdrawn_on is null
                            and :day between valid_from and valid_until
                        group by 1 order by 1""")
                .bindArray("ids", UUID.class, ids.toArray())
                .bind("purpose", purpose)
                .bind("partner", partner)
                .bind("day", day)
                .map((row, _) ->
                        new Permitted(row.getObject("id", UUID.class), row.getObject("until", LocalDate.class)))
                .list();
    }

    /** A child or family, and until when. */
    record Permitted(UUID id, LocalDate until) {}
}
