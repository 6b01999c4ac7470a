package id.tumbuh.registry.member;

import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a family as somebody reports it: the content of a registration or of a correction.
 *
 * @param active false once dead, gone for good, or found to be registered twice
 */
public record NewMember(
        UUID id,
        UUID familyId,
        Relation relation,
        Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable MaritalStatus maritalStatus,
        @Nullable String name,
        @Nullable Nik nik,
        boolean active) {

    /** Everything that makes two reports the same, in a fixed order; never stored or shown as it is. */
    String content() {
        return String.join(
                "\u001f",
                familyId.toString(),
                relation.name(),
                sex.name(),
                text(birthDate),
                text(maritalStatus),
                text(name),
                nik == null ? "" : nik.digits(),
                Boolean.toString(active));
    }

    NewMember in(UUID family) {
        return new NewMember(id, family, relation, sex, birthDate, maritalStatus, name, nik, active);
    }

    NewMember withNik(@Nullable Nik known) {
        return new NewMember(id, familyId, relation, sex, birthDate, maritalStatus, name, known, active);
    }

    /** Newly wed. */
    public NewMember married(UUID family, Relation toTheHead) {
        return new NewMember(id, family, toTheHead, sex, birthDate, MaritalStatus.MARRIED, name, nik, active);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public String toString() {
        return "NewMember[" + id + "]";
    }
}
