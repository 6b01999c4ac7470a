package id.tumbuh.local.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** The many ways in which kader, officers and spreadsheets write the same thing. */
final class Handwriting {

    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter DASHES = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);
    private static final String NO_BREAK_SPACE = "\u00a0";

    private final Random random;

    Handwriting(Random random) {
        this.random = random;
    }

    Cell date(LocalDate day) {
        return switch (random.nextInt(20)) {
            case 0 -> new Cell.Text(SLASHES.format(day));
            case 1 -> new Cell.Text(DASHES.format(day));
            case 2 -> new Cell.Day(day);
            default -> new Cell.Text(day.toString());
        };
    }

    Cell kilograms(int grams) {
        if (random.nextInt(33) == 0) {
            return new Cell.Figure(grams, Integer.toString(grams));
        }
        return decimal(grams / 10, 2);
    }

    Cell centimetres(int millimetres) {
        return decimal(millimetres, 1);
    }

    Cell zScore(double z) {
        return new Cell.Text(String.format(Locale.ROOT, "%.2f", z));
    }

    Cell nothing() {
        return switch (random.nextInt(4)) {
            case 0 -> new Cell.Text("-");
            case 1 -> new Cell.Text(NO_BREAK_SPACE);
            default -> Cell.EMPTY;
        };
    }

    Cell sex(Sex sex) {
        return new Cell.Text(random.nextInt(33) == 0 ? sex.name().toLowerCase(Locale.ROOT) : sex.name());
    }

    Cell position(Body.Position position) {
        return switch (position) {
            case LYING -> new Cell.Text(random.nextInt(5) == 0 ? "Telentang" : "Terlentang");
            case STANDING -> new Cell.Text("Berdiri");
            case UNSAID -> nothing();
        };
    }

    /** Current exports show the first digits of a NIK only. */
    Cell nik() {
        return new Cell.Text("36040" + "*".repeat(11));
    }

    Cell posyandu(String name) {
        return new Cell.Text(random.nextInt(10) == 0 ? "POSYANDU " + name.toUpperCase(Locale.ROOT) : name);
    }

    Cell neighbourhood(int number) {
        return new Cell.Text(random.nextInt(10) == 0 ? Integer.toString(number) : "%03d".formatted(number));
    }

    private Cell decimal(int scaled, int digits) {
        int unit = digits == 2 ? 100 : 10;
        int whole = scaled / unit;
        int hundredths = scaled % unit * (100 / unit);
        String point = hundredths % 10 == 0 ? whole + "." + hundredths / 10 : "%d.%02d".formatted(whole, hundredths);
        return switch (random.nextInt(30)) {
            case 0, 1, 2 -> new Cell.Text(point.replace('.', ','));
            case 3 -> new Cell.Text("%d:%02d".formatted(whole, hundredths));
            case 4 -> whole < 24 && hundredths < 60 ? new Cell.Clock(whole, hundredths) : new Cell.Text(point);
            case 5, 6 -> new Cell.Text(point);
            default -> new Cell.Figure(whole + hundredths / 100.0, point);
        };
    }
}
