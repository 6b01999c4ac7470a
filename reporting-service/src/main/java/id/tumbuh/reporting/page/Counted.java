package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;

/**
 * An area on a map.
 *
 * @param count in words; a dash where nobody was ever told of
 * @param shade its class of CSS
 */
record Counted(Area area, String count, String shade) {
    /** Hatched: that is no zero. */
    private static final String UNKNOWN = "shade-none";

    static Counted of(Area area, long children, Shades shades, Wording wording) {
        return new Counted(area, wording.count(children), "shade-" + shades.of(children));
    }

    static Counted unknown(Area area) {
        return new Counted(area, Wording.NOTHING, UNKNOWN);
    }

    public boolean isUnknown() {
        return shade.equals(UNKNOWN);
    }
}
