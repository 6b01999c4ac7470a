package id.tumbuh.registry.sameperson;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two records side by side. */
final class Comparison {
    private final MatchingModel model;
    private final Person one;
    private final Person other;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<Field, Likeness> found = new EnumMap<>(Field.class);

    Comparison(MatchingModel model, ReadPerson first, ReadPerson second) {
        this.model = model;
        this.one = first.person();
        this.other = second.person();
        weigh(Field.NIK, sameOrOther(one.nikIndex(), other.nikIndex()));
        weigh(Field.NAME, NameComparison.of(first.name(), second.name(), model));
        weigh(Field.MOTHER, NameComparison.of(first.mother(), second.mother(), model));
        weigh(Field.FATHER, NameComparison.of(first.father(), second.father(), model));
        weigh(Field.SPOUSE, NameComparison.of(first.spouse(), second.spouse(), model));
        weigh(Field.BIRTH_DATE, birthDates(one.birthDate(), other.birthDate()));
        weigh(Field.SEX, one.sex() == other.sex() ? Likeness.SAME : Likeness.OTHER);
        weigh(Field.PLACE, places(one.desa().value(), other.desa().value()));
        weigh(Field.BIRTH_WEIGHT, sameOrOther(one.birthWeightGrams(), other.birthWeightGrams()));
        weigh(Field.BIRTH_ORDER, sameOrOther(one.birthOrder(), other.birthOrder()));
    }

    Resemblance result() {
        double score = evidence.stream().mapToDouble(Evidence::weight).sum();
        Set<Caution> cautions = cautions();
        return new Resemblance(score, evidence, cautions, verdict(score, cautions));
    }

    private Verdict verdict(double score, Set<Caution> cautions) {
        if (is(Field.NIK, Likeness.SAME)) {
            return cautions.isEmpty() ? Verdict.AUTOMATIC : Verdict.TO_DECIDE;
        }
        if (is(Field.NAME, Likeness.OTHER) || score < model.toDecideFrom()) {
            return Verdict.DIFFERENT;
        }
        return score >= model.automaticFrom() && cautions.isEmpty() ? Verdict.AUTOMATIC : Verdict.TO_DECIDE;
    }

    private Set<Caution> cautions() {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        Likeness name = likeness(Field.NAME);
        if (is(Field.NIK, Likeness.OTHER)) {
            cautions.add(Caution.TWO_NIKS);
        }
        if (name == Likeness.UNKNOWN && !is(Field.NIK, Likeness.SAME)) {
            cautions.add(Caution.NAMELESS);
        }
        if (is(Field.BIRTH_DATE, Likeness.UNKNOWN) && !is(Field.NIK, Likeness.SAME)) {
            cautions.add(Caution.NO_BIRTH_DATE);
        }
        if (is(Field.NIK, Likeness.SAME) && (name == Likeness.OTHER || (!isNamedAlike() && !isBornAlike()))) {
            cautions.add(Caution.NIK_OF_ANOTHER);
        }
        if (name != Likeness.UNKNOWN && mayShareParents()) {
            boolean isOtherNik = !is(Field.NIK, Likeness.SAME) || name == Likeness.OTHER;
            if (isBornAlike() && isOtherNik && mayBeTwins(name)) {
                cautions.add(Caution.MAY_BE_TWINS);
            }
        }
        if (name != Likeness.UNKNOWN && shareAParent() && !isBornAlike()) {
            if (!name.isSameName() || is(Field.BIRTH_ORDER, Likeness.OTHER)) {
                cautions.add(Caution.MAY_BE_SIBLINGS);
            }
        }
        if (hasOtherKin() && !is(Field.NIK, Likeness.SAME)) {
            cautions.add(Caution.MAY_BE_NAMESAKES);
        }
        return cautions;
    }

    /** The mother, or the spouse, is another, and nobody else of the family speaks against it. */
    private boolean hasOtherKin() {
        return (is(Field.MOTHER, Likeness.OTHER) || is(Field.SPOUSE, Likeness.OTHER))
                && !shareAParent()
                && !isAlike(Field.SPOUSE);
    }

    /**
     * Twins bear names like Hasan and Husen; a name is one child's only if a mistake of the pen explains the difference. Nobody
     * shares a spouse with a twin, and twins seldom share order and weight of birth.
     */
    private boolean mayBeTwins(Likeness name) {
        boolean isOneBirth = is(Field.BIRTH_ORDER, Likeness.SAME) && is(Field.BIRTH_WEIGHT, Likeness.SAME);
        if (isOneBirth || isAlike(Field.SPOUSE)) {
            return false;
        }
        boolean isOtherBirth = is(Field.SEX, Likeness.OTHER)
                || is(Field.BIRTH_ORDER, Likeness.OTHER)
                || is(Field.BIRTH_WEIGHT, Likeness.OTHER);
        return isOtherBirth ? name != Likeness.SAME : !name.isWrittenOtherwise();
    }

    private boolean isNamedAlike() {
        return likeness(Field.NAME).isWrittenOtherwise();
    }

    private boolean isBornAlike() {
        return switch (likeness(Field.BIRTH_DATE)) {
            case SAME, SWAPPED, ONE_DIGIT, SAME_MONTH -> true;
            default -> false;
        };
    }

    /** Of two in one village whose parents can't be compared nobody knows better. */
    private boolean mayShareParents() {
        boolean areUncompared = is(Field.MOTHER, Likeness.UNKNOWN) && is(Field.FATHER, Likeness.UNKNOWN);
        return shareAParent() || (areUncompared && is(Field.PLACE, Likeness.SAME));
    }

    private boolean shareAParent() {
        return isAlike(Field.MOTHER) || isAlike(Field.FATHER);
    }

    private boolean isAlike(Field field) {
        return likeness(field).isWrittenOtherwise() || is(field, Likeness.NEAR);
    }

    private Likeness likeness(Field field) {
        return Objects.requireNonNull(found.get(field));
    }

    private boolean is(Field field, Likeness likeness) {
        return found.get(field) == likeness;
    }

    private void weigh(Field field, Likeness likeness) {
        weigh(field, new NameComparison(likeness, 0));
    }

    private void weigh(Field field, NameComparison names) {
        found.put(field, names.likeness());
        evidence.add(model.weigh(field, names.likeness(), names.chance()));
    }

    private static Likeness sameOrOther(@Nullable Object first, @Nullable Object second) {
        if (first == null || second == null) {
            return Likeness.UNKNOWN;
        }
        return first.equals(second) ? Likeness.SAME : Likeness.OTHER;
    }

    static Likeness birthDates(@Nullable LocalDate first, @Nullable LocalDate second) {
        if (first == null || second == null) {
            return Likeness.UNKNOWN;
        }
        if (first.equals(second)) {
            return Likeness.SAME;
        }
        boolean sameYear = first.getYear() == second.getYear();
        if (sameYear
                && first.getDayOfMonth() == second.getMonthValue()
                && first.getMonthValue() == second.getDayOfMonth()) {
            return Likeness.SWAPPED;
        }
        if (digitsOff(first.toString(), second.toString()) == 1) {
            return Likeness.ONE_DIGIT;
        }
        if (sameYear) {
            return first.getMonthValue() == second.getMonthValue() ? Likeness.SAME_MONTH : Likeness.SAME_YEAR;
        }
        return Likeness.OTHER;
    }

    private static int digitsOff(String first, String second) {
        int off = 0;
        for (int at = 0; at < Math.min(first.length(), second.length()); at++) {
            off += first.charAt(at) == second.charAt(at) ? 0 : 1;
        }
        return off;
    }

    private static Likeness places(String first, String second) {
        if (first.equals(second)) {
            return Likeness.SAME;
        }
        if (first.regionMatches(0, second, 0, 8)) {
            return Likeness.SAME_KECAMATAN;
        }
        return first.regionMatches(0, second, 0, 5) ? Likeness.SAME_KABUPATEN : Likeness.OTHER;
    }
}
