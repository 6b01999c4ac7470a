package id.tumbuh.registry.consent;

import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.child.PresentChild;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
