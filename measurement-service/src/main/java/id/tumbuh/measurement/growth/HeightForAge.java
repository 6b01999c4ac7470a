package id.tumbuh.measurement.growth;

/** Length or height for age (PB/U, TB/U); the lower two are stunting. */
public enum HeightForAge implements Category {
    SEVERELY_STUNTED("Sangat pendek"),
    STUNTED("Pendek"),
    NORMAL("Normal"),
    TALL("Tinggi");

    private final String label;

    HeightForAge(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
