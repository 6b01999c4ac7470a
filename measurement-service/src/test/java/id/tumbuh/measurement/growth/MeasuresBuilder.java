package id.tumbuh.measurement.growth;

import org.jspecify.annotations.Nullable;

/** Measures for a test: nothing taken unless said. */
public final class MeasuresBuilder {

    private double weightKg = Measures.NONE;
    private double lengthHeightCm = Measures.NONE;
    private @Nullable Position position;
    private double headCircumferenceCm = Measures.NONE;
    private double armCircumferenceCm = Measures.NONE;
    private double tricepsMm = Measures.NONE;
    private double subscapularMm = Measures.NONE;
    private boolean oedema;

    public static MeasuresBuilder measures() {
        return new MeasuresBuilder();
    }

    public MeasuresBuilder weightKg(double value) {
        weightKg = value;
        return this;
    }

    public MeasuresBuilder lengthHeightCm(double value) {
        lengthHeightCm = value;
        return this;
    }

    public MeasuresBuilder position(@Nullable Position value) {
        position = value;
        return this;
    }

    public MeasuresBuilder headCircumferenceCm(double value) {
        headCircumferenceCm = value;
        return this;
    }

    public MeasuresBuilder armCircumferenceCm(double value) {
        armCircumferenceCm = value;
        return this;
    }

    public MeasuresBuilder tricepsMm(double value) {
        tricepsMm = value;
        return this;
    }

    public MeasuresBuilder subscapularMm(double value) {
        subscapularMm = value;
        return this;
    }

    public MeasuresBuilder oedema(boolean value) {
        oedema = value;
        return this;
    }

    public Measures build() {
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
}
