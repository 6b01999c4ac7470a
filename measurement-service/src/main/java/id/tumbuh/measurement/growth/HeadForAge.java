package id.tumbuh.measurement.growth;

/** Head circumference for age (LK/U). */
public enum HeadForAge implements Category {
    MICROCEPHALY("Mikrosefali"),
    NORMAL("Normal"),
    MACROCEPHALY("Makrosefali");

    private final String label;

    HeadForAge(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
