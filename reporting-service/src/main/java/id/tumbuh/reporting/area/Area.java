package id.tumbuh.reporting.area;

/** An administrative area with its official name. */
public record Area(String code, String name) {
    private static final int DESA_LENGTH = 13;

    /** Whether nothing is below it: the level at which cases are listed. */
    public boolean isDesa() {
        return code.length() == DESA_LENGTH;
    }
}
