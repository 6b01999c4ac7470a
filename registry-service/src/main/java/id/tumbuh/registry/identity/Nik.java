package id.tumbuh.registry.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Nomor Induk Kependudukan: area of first registration (6), birth date DDMMYY with 40 added to a woman's day (6),
 * serial (4). It stays when a birth date is corrected or a person moves, so what it says about sex, birth date and area
 * may differ from the truth: that is a {@link Mismatch}, never a refusal.
 */
@JsonIgnoreType
public record Nik(String digits) {
    private static final int LENGTH = 16;
    private static final int DAYS_ADDED_FOR_WOMEN = 40;

    /** What a NIK says about a person that differs from what is registered. */
    public enum Mismatch {
        SEX,
        BIRTH_DATE,
        AREA
    }

    public Nik {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not a NIK");
        }
    }

    /** The hard checks: 16 digits, a day of a man or woman, a month, a serial other than 0000. */
    public static boolean isValid(String text) {
        return text.length() == LENGTH
                && text.chars().allMatch(character -> character >= '0' && character <= '9')
                && isDay(dayIn(text))
                && isMonth(numberAt(text, 8))
                && !text.endsWith("0000");
    }

    public Set<Mismatch> mismatches(Sex sex, LocalDate birthDate, String dottedArea) {
        Set<Mismatch> found = EnumSet.noneOf(Mismatch.class);
        boolean woman = numberAt(digits, 6) > DAYS_ADDED_FOR_WOMEN;
        if (woman != (sex == Sex.P)) {
            found.add(Mismatch.SEX);
        }
        if (dayIn(digits) != birthDate.getDayOfMonth()
                || numberAt(digits, 8) != birthDate.getMonthValue()
                || numberAt(digits, 10) != birthDate.getYear() % 100) {
            found.add(Mismatch.BIRTH_DATE);
        }
        if (!dottedArea.replace(".", "").startsWith(digits.substring(0, 6))) {
            found.add(Mismatch.AREA);
        }
        return Set.copyOf(found);
    }

    private static int dayIn(String digits) {
        int day = numberAt(digits, 6);
        return day > DAYS_ADDED_FOR_WOMEN ? day - DAYS_ADDED_FOR_WOMEN : day;
    }

    private static boolean isDay(int day) {
        return day >= 1 && day <= 31;
    }

    private static boolean isMonth(int month) {
        return month >= 1 && month <= 12;
    }

    private static int numberAt(String digits, int position) {
        return (digits.charAt(position) - '0') * 10 + digits.charAt(position + 1) - '0';
    }

    @Override
    public String toString() {
        return "Nik[…]";
    }
}
