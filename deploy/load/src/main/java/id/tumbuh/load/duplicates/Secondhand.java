package id.tumbuh.load.duplicates;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.sameperson.Person;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as another system has registered it. The rates of its mistakes are assumed and stand beside them; a NIK comes with
 * one in six only, since exports mask it.
 */
final class Secondhand {
    private static final double NIK_COMES_ALONG = 0.16;

    private final Draw draw;
    private final Handwriting hand;
    private final List<AreaCode> villages;

    Secondhand(Draw draw, List<AreaCode> villages) {
        this.draw = draw;
        this.hand = new Handwriting(draw);
        this.villages = villages;
    }

    Person again(Person original, UUID id) {
        Person.Names names = original.names();
        boolean isMan = original.sex() == Sex.L;
        LocalDate born = Objects.requireNonNull(original.birthDate(), "everybody invented has one");
        boolean isChild = born.isAfter(People.TODAY.minusYears(6));
        return new Person(
                id,
                nik(original.nikIndex()),
                new Person.Names(
                        own(original, isChild, isMan),
                        kin(names.mother(), false, isChild ? 0.07 : 0.4),
                        kin(names.father(), true, isChild ? 0.2 : 0.4),
                        kin(names.spouse(), !isMan, 0.15)),
                birthDate(born),
                draw.happens(0.007) ? (isMan ? Sex.P : Sex.L) : original.sex(),
                place(original.desa()),
                original.birthOrder() == null || draw.happens(0.5)
                        ? null
                        : draw.happens(0.04) ? original.birthOrder() + 1 : original.birthOrder(),
                original.birthWeightGrams() == null || draw.happens(0.5)
                        ? null
                        : draw.happens(0.15) ? original.birthWeightGrams() + 100 : original.birthWeightGrams());
    }

    private @Nullable String nik(@Nullable String known) {
        if (known == null || !draw.happens(NIK_COMES_ALONG)) {
            return null;
        }
        return draw.happens(0.015) ? known + "-mistyped" : known;
    }

    private @Nullable String own(Person original, boolean isChild, boolean isMan) {
        String name = original.names().own();
        if (name == null || draw.happens(0.012)) {
            return Words.child(original.sex(), draw); // called otherwise at home
        }
        if (name.startsWith("By Ny")) {
            return draw.happens(0.5) ? name : Words.child(original.sex(), draw); // it has a name by now
        }
        return isChild ? hand.child(name) : hand.adult(name, isMan);
    }

    private @Nullable String kin(@Nullable String name, boolean isMan, double unknown) {
        if (name == null || draw.happens(unknown)) {
            return null;
        }
        return draw.happens(0.015) ? Words.adult(isMan ? Sex.L : Sex.P, draw) : hand.adult(name, isMan);
    }

    private LocalDate birthDate(LocalDate born) {
        double what = draw.random().nextDouble();
        if (what < 0.02) {
            return swapped(born);
        }
        if (what < 0.05) {
            return digitOff(born);
        }
        if (what < 0.06) {
            return born.withDayOfMonth(1);
        }
        if (what < 0.07) {
            return born.withDayOfYear(1);
        }
        return what < 0.08 ? born.plusDays(draw.below(60) - 30L) : born;
    }

    private static LocalDate swapped(LocalDate born) {
        return born.getDayOfMonth() > 12
                ? born
                : LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
    }

    private LocalDate digitOff(LocalDate born) {
        for (int attempt = 0; attempt < 20; attempt++) {
            char[] digits = born.toString().toCharArray();
            int at = 3 + draw.below(7);
            if (digits[at] != '-') {
                digits[at] = (char) ('0' + draw.below(10));
            }
            try {
                LocalDate wrong = LocalDate.parse(new String(digits));
                if (!wrong.equals(born)) {
                    return wrong;
                }
            } catch (DateTimeException noSuchDay) {
                // another digit
            }
        }
        return born;
    }

    private AreaCode place(AreaCode home) {
        double where = draw.random().nextDouble();
        if (where < 0.78) {
            return home;
        }
        int length = where < 0.87 ? 8 : where < 0.93 ? 5 : 2;
        AreaCode other = draw.of(villages);
        while (!other.value().startsWith(home.value().substring(0, length))) {
            other = draw.of(villages);
        }
        return other;
    }
}
