package id.tumbuh.registry.member;

import id.tumbuh.registry.identity.Nik;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of a member that may be blank and that another record of it may fill. The names are stored: never renamed. */
enum MemberBlank {
    NAME,
    BIRTH_DATE,
    MARITAL_STATUS,
    NIK;

    @Nullable
    Object of(NewMember member) {
        return switch (this) {
            case NAME -> member.name();
            case BIRTH_DATE -> member.birthDate();
            case MARITAL_STATUS -> member.maritalStatus();
            case NIK -> member.nik();
        };
    }

    /** The member with these fields in place of its own; a null empties one. */
    static NewMember replaced(NewMember member, Map<MemberBlank, @Nullable Object> values) {
        return new NewMember(
                member.id(),
                member.familyId(),
                member.relation(),
                member.sex(),
                (LocalDate) value(BIRTH_DATE, member, values),
                (MaritalStatus) value(MARITAL_STATUS, member, values),
                (String) value(NAME, member, values),
                (Nik) value(NIK, member, values),
                member.active());
    }

    private static @Nullable Object value(
            MemberBlank field, NewMember member, Map<MemberBlank, @Nullable Object> values) {
        return values.containsKey(field) ? values.get(field) : field.of(member);
    }
}
