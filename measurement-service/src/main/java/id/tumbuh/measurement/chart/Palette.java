package id.tumbuh.measurement.chart;

/** The platform's colours, and those of the growth card. Text stands out 4.5 to 1 on its ground, a mark 3 to 1. */
final class Palette {

    static final String PAPER = "#FFFFFF";
    static final String INK = "#14212B";
    static final String MUTED = "#4A5965";
    static final String PRIMARY = "#0A5C6B";
    static final String GRID = "#C9D2D6";

    static final String NORMAL = "#0B6FA4";
    static final String LOW = "#C2410C";
    static final String VERY_LOW = "#6D0F1E";
    static final String HIGH = "#6B4FBB";

    static final String RED_LINE = "#B3001B";
    static final String LIMIT = "#7A4B00";
    static final String MEDIAN = "#1F6B35";

    /** The bands of the KMS. */
    static final String YELLOW_BAND = "#FCEFA6";

    static final String LIGHT_GREEN_BAND = "#DDF1D3";
    static final String DARK_GREEN_BAND = "#BCE2AE";

    /** The KMS is blue for boys and pink for girls. */
    static final String BOYS = "#DCEBF8";

    static final String BOYS_EDGE = "#2C6FB0";
    static final String GIRLS = "#FCE4EE";
    static final String GIRLS_EDGE = "#B8447E";

    private Palette() {}
}
