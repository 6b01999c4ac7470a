package id.tumbuh.measurement.growth;

/** The eight indices of the standard, with their name on the wire and on the official form. */
public enum GrowthIndex {
    LENGTH_HEIGHT_FOR_AGE("lengthHeightForAge", "TB/U"),
    WEIGHT_FOR_AGE("weightForAge", "BB/U"),
    WEIGHT_FOR_LENGTH_HEIGHT("weightForLengthHeight", "BB/TB"),
    BMI_FOR_AGE("bmiForAge", "IMT/U"),
    HEAD_CIRCUMFERENCE_FOR_AGE("headCircumferenceForAge", "LK/U"),
    ARM_CIRCUMFERENCE_FOR_AGE("armCircumferenceForAge", "LILA/U"),
    TRICEPS_FOR_AGE("tricepsForAge", "TSF/U"),
    SUBSCAPULAR_FOR_AGE("subscapularForAge", "SSF/U");

    private final String wireName;
    private final String label;

    GrowthIndex(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    public String wireName() {
        return wireName;
    }

    public String label() {
        return label;
    }

    /** Where the index stands in the arrays of this package; never stored. */
    @SuppressWarnings("EnumOrdinal") // an array beats a map when eight figures are all there is
    int place() {
        return ordinal();
    }

    /** Whether bilateral oedema makes the index meaningless: the water weighs as well. */
    public boolean dependsOnWeight() {
        return this == WEIGHT_FOR_AGE || this == WEIGHT_FOR_LENGTH_HEIGHT || this == BMI_FOR_AGE;
    }
}
