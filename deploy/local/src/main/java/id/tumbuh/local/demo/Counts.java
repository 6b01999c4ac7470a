package id.tumbuh.local.demo;

/** Children of one area by finding. Every measured child is plausible in all three indices. */
public record Counts(
        int measured,
        int stunted,
        int severelyStunted,
        int wasted,
        int severelyWasted,
        int underweight,
        int severelyUnderweight,
        int overweight) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    static Counts of(Stature stature, Body body) {
        return new Counts(
                1,
                one(stature != Stature.NORMAL),
                one(stature == Stature.SEVERELY_STUNTED),
                one(body.wasted()),
                one(body.severelyWasted()),
                one(body.underweight()),
                one(body.severelyUnderweight()),
                one(body.overweight()));
    }

    Counts plus(Counts other) {
        return new Counts(
                measured + other.measured,
                stunted + other.stunted,
                severelyStunted + other.severelyStunted,
                wasted + other.wasted,
                severelyWasted + other.severelyWasted,
                underweight + other.underweight,
                severelyUnderweight + other.severelyUnderweight,
                overweight + other.overweight);
    }

    private static int one(boolean holds) {
        return holds ? 1 : 0;
    }
}
