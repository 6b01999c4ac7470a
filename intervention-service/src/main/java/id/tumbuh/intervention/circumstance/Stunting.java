package id.tumbuh.intervention.circumstance;

/** A child's length or height for its age, as measurement-service classed it (Permenkes 2/2020). */
public enum Stunting {
    NORMAL,
    STUNTED,
    SEVERELY_STUNTED
}
