package id.tumbuh.registry.pregnancy;

import static java.util.Objects.requireNonNull;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.child.NewChild;
import id.tumbuh.registry.identity.Sex;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A child born alive, as it is reported with the end of a pregnancy. */
@Schema(name = "Newborn")
record Newborn(
        @Nullable UUID id,
        @Nullable Sex sex,
        @Nullable String name,
        @Nullable UUID posyanduId,
        @Nullable Integer birthOrder,
        @Nullable Integer birthWeightGrams,
        @Nullable BigDecimal birthLengthCm)
        implements Form {

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/sex", sex),
                Faults.atMost(100, "/name", name),
                Faults.between(1, 30, "/birthOrder", birthOrder),
                Faults.between(300, 8000, "/birthWeightGrams", birthWeightGrams),
                Faults.between(15, 80, "/birthLengthCm", birthLengthCm));
    }

    NewChild of(Mothers.Mother mother, LocalDate bornOn) {
        return new NewChild(
                requireNonNull(id),
                mother.family(),
                null,
                posyanduId,
                requireNonNull(sex),
                bornOn,
                name,
                mother.name(),
                null,
                null,
                birthOrder,
                birthWeightGrams,
                birthLengthCm,
                true);
    }

    @Override
    public String toString() {
        return "Newborn[" + id + "]";
    }
}
