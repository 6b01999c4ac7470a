package id.tumbuh.measurement.growth;

/** Weight for length or height (BB/PB, BB/TB), and BMI for age (IMT/U), which share their names. */
public enum WeightForHeight implements Category {
    SEVERELY_WASTED("Gizi buruk"),
    WASTED("Gizi kurang"),
    NORMAL("Gizi baik"),
    RISK_OF_OVERWEIGHT("Berisiko gizi lebih"),
    OVERWEIGHT("Gizi lebih"),
    OBESE("Obesitas");

    private final String label;

    WeightForHeight(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
