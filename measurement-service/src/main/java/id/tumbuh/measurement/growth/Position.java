package id.tumbuh.measurement.growth;

/** How length or height was taken (cara ukur): lying (telentang) gives a length, standing (berdiri) a height. */
public enum Position {
    LYING,
    STANDING
}
