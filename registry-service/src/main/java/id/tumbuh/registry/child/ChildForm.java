package id.tumbuh.registry.child;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.NikReading;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.problem.RegistryProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A child in JSON. What is unknown is left out. */
@Schema(name = "Child", examples = """
        {"id": "0198c1a0-0000-7000-8000-000000000002", "familyId": "0198c1a0-0000-7000-8000-000000000001",
         "area": "36.04.20.2006", "posyanduId": "0198c1a0-0000-7000-8000-000000000003", "sex": "P",
         "birthDate": "2024-03-17", "name": "Melati Contoh", "motherName": "Sari Contoh", "birthWeightGrams": 3100}""")
record ChildForm(
        @Nullable UUID id,
        @JsonAlias("family") @Nullable UUID familyId,

        @JsonAlias("areaCode") @Schema(description = "The family's desa or kelurahan; may be left out") @Nullable
        String area,

        @JsonAlias("posyandu") @Nullable UUID posyanduId,
        @Nullable Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable String name,
        @Nullable String motherName,
        @Nullable String fatherName,

        @Schema(description = "16 digits; never answered back") @Nullable
        String nik,

        @Nullable Integer birthOrder,
        @Nullable Integer birthWeightGrams,
        @Nullable BigDecimal birthLengthCm,
        @Nullable Boolean active)
        implements RowForm<NewChild> {

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/familyId", familyId),
                Faults.area("/area", area),
                Faults.required("/sex", sex),
                Faults.required("/birthDate", birthDate),
                Faults.atMost(100, "/name", name),
                Faults.atMost(100, "/motherName", motherName),
                Faults.atMost(100, "/fatherName", fatherName),
                nikFault(),
                Faults.between(1, 30, "/birthOrder", birthOrder),
                Faults.between(300, 8000, "/birthWeightGrams", birthWeightGrams),
                Faults.between(15, 80, "/birthLengthCm", birthLengthCm));
    }

    private Optional<Registration.Invalid> nikFault() {
        return switch (NikReading.of(nik)) {
            case NikReading.Complete _, NikReading.Absent _ -> Optional.empty();
            case NikReading.Masked _ -> Optional.of(new Registration.Invalid(RegistryProblem.NIK_MASKED, "/nik"));
            case NikReading.Malformed _ -> Optional.of(new Registration.Invalid(RegistryProblem.NIK_INVALID, "/nik"));
        };
    }

    @Override
    public NewChild value() {
        return new NewChild(
                requireNonNull(id),
                requireNonNull(familyId),
                area == null ? null : new AreaCode(area),
                posyanduId,
                requireNonNull(sex),
                requireNonNull(birthDate),
                name,
                motherName,
                fatherName,
                NikReading.of(nik) instanceof NikReading.Complete(Nik complete) ? complete : null,
                birthOrder,
                birthWeightGrams,
                birthLengthCm,
                active == null || active);
    }

    @Override
    public String toString() {
        return "ChildForm[" + id + "]";
    }
}
