package id.tumbuh.local.demo;

import java.util.Random;

/**
 * What the board and the scale say about one child on one day, with the z-scores by WHO's tables.
 *
 * @param readMm what is written down; differs from {@code lengthMm} by 7 mm when the child was measured the other way
 */
record Body(
        int lengthMm,
        int readMm,
        Position position,
        int grams,
        double heightForAge,
        double weightForAge,
        double weightForLength) {

    private static final int NINE_MONTHS_DAYS = 274;
    private static final double MARGIN = 0.05;

    /** How the child was measured, as far as the file says. */
    enum Position {
        LYING,
        STANDING,
        UNSAID
    }

    /** Draws around the child's usual height-for-age until every z-score is plausible and clear of every cut-off. */
    static Body draw(Sex sex, int day, Stature stature, double usual, Random random) {
        for (int attempt = 0; attempt < 2_000; attempt++) {
            double z = usual + (0.1 + 0.01 * attempt) * (random.nextDouble() - 0.5);
            int lengthMm = (int) Math.round(WhoTables.lengthAt(sex, day, z));
            double heightForAge = WhoTables.lengthForAge(sex, day, lengthMm);
            if (!stature.holds(heightForAge) || !WhoTables.hasWeightForLength(day, lengthMm)) {
                continue;
            }
            int grams = grams(WhoTables.weightAt(sex, day, lengthMm, wantedWeight(random)), day, random);
            Body body = weighed(sex, day, lengthMm, grams, heightForAge, random);
            if (body.isClear()) {
                return body;
            }
        }
        throw new IllegalStateException("No plausible body for a child of " + day + " days, " + stature);
    }

    boolean wasted() {
        return weightForLength < -2;
    }

    boolean severelyWasted() {
        return weightForLength < -3;
    }

    boolean underweight() {
        return weightForAge < -2;
    }

    boolean severelyUnderweight() {
        return weightForAge < -3;
    }

    /** "Gizi lebih" and "obesitas". */
    boolean overweight() {
        return weightForLength > 2;
    }

    private static Body weighed(Sex sex, int day, int lengthMm, int grams, double heightForAge, Random random) {
        Position byAge = day < WhoTables.STANDING_FROM_DAY ? Position.LYING : Position.STANDING;
        double weightForAge = WhoTables.weightForAge(sex, day, grams);
        double weightForLength = WhoTables.weightForLength(sex, day, lengthMm, grams);
        double draw = random.nextDouble();
        if (draw < 0.02) {
            return new Body(lengthMm, lengthMm, Position.UNSAID, grams, heightForAge, weightForAge, weightForLength);
        }
        // WHO takes a standing child under nine months as it is; no kader measures one so.
        if (draw < 0.04 && day > NINE_MONTHS_DAYS) {
            Position other = byAge == Position.LYING ? Position.STANDING : Position.LYING;
            int read = other == Position.STANDING ? lengthMm - 7 : lengthMm + 7;
            return new Body(lengthMm, read, other, grams, heightForAge, weightForAge, weightForLength);
        }
        return new Body(lengthMm, lengthMm, byAge, grams, heightForAge, weightForAge, weightForLength);
    }

    private static double wantedWeight(Random random) {
        double draw = random.nextDouble();
        if (draw < 0.01) {
            return -3.6 + 0.5 * random.nextDouble();
        }
        if (draw < 0.06) {
            return -2.9 + 0.8 * random.nextDouble();
        }
        return Math.clamp(-0.35 + 0.8 * random.nextGaussian(), -1.9, 3.5);
    }

    private static int grams(double wanted, int day, Random random) {
        int step = day < 365 && random.nextInt(4) == 0 ? 50 : 100;
        return (int) Math.round(wanted / step) * step;
    }

    private boolean isClear() {
        return clear(weightForAge, -5.8, 4.8)
                && clear(weightForLength, -4.8, 4.8)
                && Math.abs(weightForLength - 2) > MARGIN;
    }

    private static boolean clear(double z, double lowest, double highest) {
        return z > lowest && z < highest && Math.abs(z + 2) > MARGIN && Math.abs(z + 3) > MARGIN;
    }
}
