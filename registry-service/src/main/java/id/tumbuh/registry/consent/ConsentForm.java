package id.tumbuh.registry.consent;

import static java.util.Objects.requireNonNull;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was agreed to; the evidence itself stays where it is. */
@Schema(name = "NewConsent", examples = ConsentForm.EXAMPLE)
record ConsentForm(
        @NotNull UUID id,
        @Nullable UUID childId,
        @Nullable UUID familyId,
        @NotNull String purpose,
        @Nullable String partner,
        @NotNull String legalBasis,
        @NotNull String givenBy,
        @Valid @NotNull Proof evidence,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validUntil)
        implements RowForm<Consent> {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-000000000081", "childId": "0198c1a0-0000-7000-8000-000000000002",
             "purpose": "FOSTER_PARENT", "partner": "yayasan-contoh", "legalBasis": "CONSENT", "givenBy": "MOTHER",
             "evidence": {"kind": "SIGNED_FORM", "reference": "TPPS-36.04/2026/117"},
             "validFrom": "2026-11-01", "validUntil": "2027-10-31"}""";

    /** Kind and number of the paper or recording. */
    record Proof(@NotNull String kind, @NotNull String reference) {}

    /** Whether read as a body or as a row of a batch, where nothing else looks for what is missing. */
    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.unless(
                        ConsentSubject.of(childId, familyId) != null,
                        ConsentProblem.CONSENT_SUBJECT_UNCLEAR,
                        "/childId"),
                Faults.required("/purpose", purpose),
                Faults.required("/legalBasis", legalBasis),
                Faults.required("/givenBy", givenBy),
                Faults.required("/evidence", evidence),
                Faults.required("/evidence/kind", evidence == null ? null : evidence.kind()),
                Faults.required("/evidence/reference", evidence == null ? null : evidence.reference()),
                Faults.required("/validFrom", validFrom),
                Faults.required("/validUntil", validUntil));
    }

    @Override
    public Consent value() {
        return new Consent(
                id,
                requireNonNull(ConsentSubject.of(childId, familyId)),
                purpose,
                partner,
                legalBasis,
                givenBy,
                new Consent.Evidence(evidence.kind(), evidence.reference()),
                validFrom,
                validUntil);
    }
}
