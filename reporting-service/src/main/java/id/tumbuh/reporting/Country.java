package id.tumbuh.reporting;

import id.tumbuh.platform.access.AreaCode;
import java.util.ArrayList;
import java.util.List;

/** The country as the area above the provinces. Only a caller who may see everything may see it. */
public final class Country {
    public static final String CODE = "ID";

    private Country() {}

    /** The area and all above it, up to the country: every counter an event in it moves. */
    public static List<String> levelsOf(String areaCode) {
        List<String> levels = new ArrayList<>(5);
        levels.add(CODE);
        for (int length : new int[] {2, 5, 8}) {
            if (areaCode.length() > length) {
                levels.add(areaCode.substring(0, length));
            }
        }
        levels.add(areaCode);
        return levels;
    }

    /** Whether the text names an area figures are kept for. */
    public static boolean isArea(String code) {
        return code.equals(CODE) || AreaCode.isValid(code);
    }
}
