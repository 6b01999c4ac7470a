package id.tumbuh.measurement.assessment;

import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The measures of one row on the wire, in any order; one reader serves all rows of a request. */
public final class MeasuresReader {

    private static final Position[] POSITIONS = Position.values();

    private final double least;
    private double weightKg;
    private double lengthHeightCm;
    private @Nullable Position position;
    private double headCircumferenceCm;
    private double armCircumferenceCm;
    private double tricepsMm;
    private double subscapularMm;
    private boolean oedema;

    private MeasuresReader(double least) {
        this.least = least;
    }

    /** 0 is let through and counts as not taken. */
    public static MeasuresReader takingZeroForNothing() {
        return new MeasuresReader(0);
    }

    /** What is to be kept must be positive: a stored 0 would be a mistake for ever. */
    public static MeasuresReader ofPositive() {
        return new MeasuresReader(Double.MIN_VALUE);
    }

    public void clear() {
        weightKg = Measures.NONE;
        lengthHeightCm = Measures.NONE;
        position = null;
        headCircumferenceCm = Measures.NONE;
        armCircumferenceCm = Measures.NONE;
        tricepsMm = Measures.NONE;
        subscapularMm = Measures.NONE;
        oedema = false;
    }

    /** Takes the field the parser stands on, if it is one of the measures. */
    public boolean read(String field, FieldReader from) throws IOException {
        switch (field) {
            case "weightKg" -> weightKg = measure(field, from);
            case "lengthHeightCm" -> lengthHeightCm = measure(field, from);
            case "position" -> position = from.word(field, POSITIONS);
            case "headCircumferenceCm" -> headCircumferenceCm = measure(field, from);
            case "armCircumferenceCm" -> armCircumferenceCm = measure(field, from);
            case "tricepsMm" -> tricepsMm = measure(field, from);
            case "subscapularMm" -> subscapularMm = measure(field, from);
            case "oedema" -> oedema = from.flag(field);
            default -> {
                return false;
            }
        }
        return true;
    }

    public Measures measures() {
        return new Measures(
                weightKg,
                lengthHeightCm,
                position,
                headCircumferenceCm,
                armCircumferenceCm,
                tricepsMm,
                subscapularMm,
                oedema);
    }

    /** Whether the row says anything about the child's body. */
    public boolean anything() {
        return oedema
                || !Double.isNaN(weightKg)
                || !Double.isNaN(lengthHeightCm)
                || !Double.isNaN(headCircumferenceCm)
                || !Double.isNaN(armCircumferenceCm)
                || !Double.isNaN(tricepsMm)
                || !Double.isNaN(subscapularMm);
    }

    private double measure(String field, FieldReader from) throws IOException {
        return from.number(field, least, FieldReader.LARGEST);
    }
}
