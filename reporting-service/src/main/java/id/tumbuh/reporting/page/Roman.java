package id.tumbuh.reporting.page;

import java.util.List;

/** Numbers of quarters and semesters as offices write them. */
final class Roman {
    private static final List<String> NUMERALS = List.of("I", "II", "III", "IV");

    private Roman() {}

    static String of(int number) {
        return NUMERALS.get(number - 1);
    }
}
