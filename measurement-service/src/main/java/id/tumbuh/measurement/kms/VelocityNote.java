package id.tumbuh.measurement.kms;

import java.util.Locale;

/** What WHO's weight velocity adds to the mark of the card. */
public enum VelocityNote {
    /** O: the card compares nothing, the standard does; slow. */
    SLOW_OVER_MISSED_MONTH,
    /** O, and the gain is usual. */
    USUAL_OVER_MISSED_MONTH,
    /** N, and slow all the same. */
    SLOW_THOUGH_GAINED,
    /** T, and usual all the same. */
    USUAL_THOUGH_NOT_GAINED;

    public String text(Locale language) {
        return language.getLanguage().equals("en") ? english() : indonesian();
    }

    private String indonesian() {
        return switch (this) {
            case SLOW_OVER_MISSED_MONTH ->
                "Bulan lalu tidak ditimbang; kenaikan sejak penimbangan terakhir lambat menurut WHO";
            case USUAL_OVER_MISSED_MONTH ->
                "Bulan lalu tidak ditimbang; kenaikan sejak penimbangan terakhir wajar menurut WHO";
            case SLOW_THOUGH_GAINED -> "Mencapai KBM, tetapi kenaikannya lambat menurut WHO";
            case USUAL_THOUGH_NOT_GAINED -> "Tidak mencapai KBM, tetapi kenaikannya masih wajar menurut WHO";
        };
    }

    private String english() {
        return switch (this) {
            case SLOW_OVER_MISSED_MONTH -> "Not weighed last month; the gain since the last weighing is slow by WHO";
            case USUAL_OVER_MISSED_MONTH -> "Not weighed last month; the gain since the last weighing is usual by WHO";
            case SLOW_THOUGH_GAINED -> "Gained the minimum, and slowly all the same by WHO";
            case USUAL_THOUGH_NOT_GAINED -> "Did not gain the minimum, and usual all the same by WHO";
        };
    }
}
