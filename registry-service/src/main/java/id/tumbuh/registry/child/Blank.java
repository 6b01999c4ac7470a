package id.tumbuh.registry.child;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.Nik;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A field of a child that may be blank and that another record of it may fill. The names are stored: never renamed. */
enum Blank {
    NAME,
    MOTHER_NAME,
    FATHER_NAME,
    NIK,
    POSYANDU,
    BIRTH_ORDER,
    BIRTH_WEIGHT,
    BIRTH_LENGTH;

    @Nullable
    Object of(NewChild child) {
        return switch (this) {
            case NAME -> child.name();
            case MOTHER_NAME -> child.motherName();
            case FATHER_NAME -> child.fatherName();
            case NIK -> child.nik();
            case POSYANDU -> child.posyanduId();
            case BIRTH_ORDER -> child.birthOrder();
            case BIRTH_WEIGHT -> child.birthWeightGrams();
            case BIRTH_LENGTH -> child.birthLengthCm();
        };
    }

    /** The child with these fields in place of its own; a null empties one. */
    static NewChild replaced(NewChild child, Map<Blank, @Nullable Object> values) {
        return new NewChild(
                child.id(),
                child.familyId(),
                (AreaCode) null,
                (UUID) value(POSYANDU, child, values),
                child.sex(),
                child.birthDate(),
                (String) value(NAME, child, values),
                (String) value(MOTHER_NAME, child, values),
                (String) value(FATHER_NAME, child, values),
                (Nik) value(NIK, child, values),
                (Integer) value(BIRTH_ORDER, child, values),
                (Integer) value(BIRTH_WEIGHT, child, values),
                (BigDecimal) value(BIRTH_LENGTH, child, values),
                child.active());
    }

    private static @Nullable Object value(Blank field, NewChild child, Map<Blank, @Nullable Object> values) {
        return values.containsKey(field) ? values.get(field) : field.of(child);
    }
}
