package id.tumbuh.local.demo;

import java.util.Random;

/** How a generated child stands against the height-for-age cut-offs; decided beforehand, so that the totals are exact. */
enum Stature {
    NORMAL(-1.95, 2.3),
    STUNTED(-2.95, -2.05),
    SEVERELY_STUNTED(-4.2, -3.05);

    private final double from;
    private final double to;

    Stature(double from, double to) {
        this.from = from;
        this.to = to;
    }

    /** Leaves 0.05 to every cut-off: no rounding on the way can flip a child. */
    boolean holds(double z) {
        return z >= from && z <= to;
    }

    /** A z-score inside the band: children who are not stunted lie around −0.6, the others close to their cut-off. */
    double draw(Random random) {
        double z;
        do {
            z = switch (this) {
                case NORMAL -> -0.6 + 0.9 * random.nextGaussian();
                case STUNTED, SEVERELY_STUNTED -> to - 0.4 * Math.abs(random.nextGaussian());
            };
        } while (!holds(z));
        return z;
    }
}
