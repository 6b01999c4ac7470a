package id.tumbuh.registry.child;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.Sex;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child as somebody reports it: the content of a registration or of a correction.
 *
 * @param area where it lives, or null for "where its family lives"; anything else is refused
 * @param birthOrder tells newborns without a NIK apart, together with their mother's
 * @param active false once it died, left for good or turned out to be registered twice
 */
public record NewChild(
        UUID id,
        UUID familyId,
        @Nullable AreaCode area,
        @Nullable UUID posyanduId,
        Sex sex,
        LocalDate birthDate,
        @Nullable String name,
        @Nullable String motherName,
        @Nullable String fatherName,
        @Nullable Nik nik,
        @Nullable Integer birthOrder,
        @Nullable Integer birthWeightGrams,
        @Nullable BigDecimal birthLengthCm,
        boolean active) {

    /** Everything that makes two reports the same, in a fixed order; never stored or shown as it is. */
    String content() {
        return String.join(
                "\u001f",
                familyId.toString(),
                text(posyanduId),
                sex.name(),
                birthDate.toString(),
                text(name),
                text(motherName),
                text(fatherName),
                nik == null ? "" : nik.digits(),
                text(birthOrder),
                text(birthWeightGrams),
                birthLengthCm == null ? "" : birthLengthCm.stripTrailingZeros().toPlainString(),
                Boolean.toString(active));
    }

    NewChild in(UUID family) {
        return new NewChild(
                id,
                family,
                area,
                posyanduId,
                sex,
                birthDate,
                name,
                motherName,
                fatherName,
                nik,
                birthOrder,
                birthWeightGrams,
                birthLengthCm,
                active);
    }

    NewChild withNik(Nik known) {
        return new NewChild(
                id,
                familyId,
                area,
                posyanduId,
                sex,
                birthDate,
                name,
                motherName,
                fatherName,
                known,
                birthOrder,
                birthWeightGrams,
                birthLengthCm,
                active);
    }

    NewChild followed(boolean now) {
        return new NewChild(
                id,
                familyId,
                area,
                posyanduId,
                sex,
                birthDate,
                name,
                motherName,
                fatherName,
                nik,
                birthOrder,
                birthWeightGrams,
                birthLengthCm,
                now);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public String toString() {
        return "NewChild[" + id + "]";
    }
}
