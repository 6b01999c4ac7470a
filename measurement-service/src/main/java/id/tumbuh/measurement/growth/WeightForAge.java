package id.tumbuh.measurement.growth;

/** Weight for age (BB/U). */
public enum WeightForAge implements Category {
    SEVERELY_UNDERWEIGHT("Berat badan sangat kurang"),
    UNDERWEIGHT("Berat badan kurang"),
    NORMAL("Berat badan normal"),
    RISK_OF_OVERWEIGHT("Risiko berat badan lebih");

    private final String label;

    WeightForAge(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
