package id.tumbuh.intervention.need;

import id.tumbuh.intervention.circumstance.Stunting;

/** How grave a need is: that of the child's stunting. */
public enum Severity {
    STUNTED,
    SEVERELY_STUNTED;

    static Severity of(Stunting stunting) {
        return switch (stunting) {
            case STUNTED -> STUNTED;
            case SEVERELY_STUNTED -> SEVERELY_STUNTED;
            case NORMAL -> throw new IllegalArgumentException("a child that is not stunted has no need");
        };
    }
}
