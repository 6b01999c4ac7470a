package id.tumbuh.registry.member;

import static java.util.Objects.requireNonNull;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.NikReading;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member in JSON. What is unknown is left out. */
@Schema(name = "Member", examples = """
        {"id": "0198c1a0-0000-7000-8000-000000000004", "familyId": "0198c1a0-0000-7000-8000-000000000001",
         "relation": "WIFE", "sex": "P", "birthDate": "1999-04-12", "maritalStatus": "MARRIED", "name": "Sari Contoh"}""")
record MemberForm(
        @Nullable UUID id,
        @Nullable UUID familyId,
        @Nullable Relation relation,
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable MaritalStatus maritalStatus,
        @Nullable String name,

        @Schema(description = "16 digits; never answered back") @Nullable
        String nik,

        @Nullable Boolean active)
        implements RowForm<NewMember> {

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/familyId", familyId),
                Faults.required("/relation", relation),
                Faults.required("/sex", sex),
                Faults.unless(!sexDisagrees(), RegistryProblem.RELATION_OF_OTHER_SEX, "/relation"),
                Faults.atMost(100, "/name", name),
                nikFault());
    }

    private boolean sexDisagrees() {
        return (relation == Relation.WIFE && sex == Sex.L) || (relation == Relation.HUSBAND && sex == Sex.P);
    }

    private Optional<Registration.Invalid> nikFault() {
        return switch (NikReading.of(nik)) {
            case NikReading.Complete _, NikReading.Absent _ -> Optional.empty();
            case NikReading.Masked _ -> Optional.of(new Registration.Invalid(RegistryProblem.NIK_MASKED, "/nik"));
            case NikReading.Malformed _ -> Optional.of(new Registration.Invalid(RegistryProblem.NIK_INVALID, "/nik"));
        };
    }

    @Override
    public NewMember value() {
        return new NewMember(
                requireNonNull(id),
                requireNonNull(familyId),
                requireNonNull(relation),
                requireNonNull(sex),
                birthDate,
                maritalStatus,
                name,
                NikReading.of(nik) instanceof NikReading.Complete(Nik complete) ? complete : null,
                active == null || active);
    }

    @Override
    public String toString() {
        return "MemberForm[" + id + "]";
    }
}
