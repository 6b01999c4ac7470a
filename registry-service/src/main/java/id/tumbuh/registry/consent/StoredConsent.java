package id.tumbuh.registry.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consent as it stands: with its withdrawal, and where its child or family lives now. */
record StoredConsent(
        Consent consent,
        UUID familyId,
        String area,
        String recordedBy,
        OffsetDateTime recordedAt,
        Consent.@Nullable Withdrawal withdrawal,
        @Nullable UUID reportedChild,
        long version) {

    /** The home of the subject is read with it: events of a family are in one partition. */
    static final String SELECT = """
            select n.*, coalesce(c.family_id, n.family_id) as home_id, coalesce(c.area_code, f.area_code) as area_code
            from consent n left join child c on c.id = n.child_id left join family f on f.id = n.family_id
            """;

    static StoredConsent read(ResultSet row) throws SQLException {
        LocalDate withdrawnOn = row.getObject("withdrawn_on", LocalDate.class);
        ConsentSubject subject = Objects.requireNonNull(
                ConsentSubject.of(row.getObject("child_id", UUID.class), row.getObject("family_id", UUID.class)));
        Consent consent = new Consent(
                row.getObject("id", UUID.class),
                subject,
                row.getString("purpose"),
                row.getString("partner"),
                row.getString("legal_basis"),
                row.getString("given_by"),
                new Consent.Evidence(row.getString("evidence_kind"), row.getString("evidence_reference")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
        return new StoredConsent(
                consent,
                row.getObject("home_id", UUID.class),
                row.getString("area_code"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class),
                withdrawnOn == null ? null : new Consent.Withdrawal(withdrawnOn, row.getString("withdrawn_by")),
                row.getObject("reported_child_id", UUID.class),
                row.getLong("version"));
    }

    /** For the record it was given for, which may have turned out to be another child's. */
    Consent asReported() {
        return reportedChild == null ? consent : consent.of(new ConsentSubject.OfChild(reportedChild));
    }

    /** Whether it permits something on the day. */
    boolean holdsOn(LocalDate day) {
        return withdrawal == null && !day.isBefore(consent.validFrom()) && !day.isAfter(consent.validUntil());
    }
}
