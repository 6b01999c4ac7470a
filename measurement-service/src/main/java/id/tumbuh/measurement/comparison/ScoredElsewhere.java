package id.tumbuh.measurement.comparison;

import static java.time.temporal.ChronoUnit.MONTHS;

import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A measurement that came with z-scores of another system.
 *
 * @param imported z-scores by index, those the file had
 */
record ScoredElsewhere(
        UUID measurementId,
        UUID childId,
        String areaCode,
        Sex sex,
        LocalDate birthDate,
        LocalDate measuredOn,
        Measures measures,
        Map<GrowthIndex, Double> imported) {

    /** One index of which the two say something else. Both on two decimals. */
    record Difference(GrowthIndex index, double imported, double own, LikelyCause cause) {}

    /** @param sameWithin how far two figures may lie apart and still be the same */
    List<Difference> differences(WhoGrowthStandard standard, double sameWithin) {
        if (measuredOn.isBefore(birthDate)) {
            return List.of(); // one of the dates is wrong, so that we say nothing there is to compare with
        }
        Assessment own = assess(standard, sex, age(), measures);
        List<Difference> differences = new ArrayList<>();
        for (GrowthIndex index : GrowthIndex.values()) {
            Double elsewhere = imported.get(index);
            if (elsewhere != null && own.has(index) && !same(elsewhere, own.z(index), sameWithin)) {
                differences.add(new Difference(
                        index, elsewhere, own.z(index), cause(index, elsewhere, own, standard, sameWithin)));
            }
        }
        return differences;
    }

    private LikelyCause cause(
            GrowthIndex index, double elsewhere, Assessment own, WhoGrowthStandard standard, double sameWithin) {
        if (printedShorter(elsewhere, own.unroundedZ(index))) {
            return LikelyCause.ROUNDING;
        }
        Age months = Age.ofMonths((double) MONTHS.between(birthDate, measuredOn));
        if (same(elsewhere, assess(standard, sex, months, measures).z(index), sameWithin)) {
            return LikelyCause.AGE_IN_COMPLETED_MONTHS;
        }
        if (byOtherPosition(index, elsewhere, standard, age(), sameWithin)) {
            return LikelyCause.POSITION;
        }
        if (byOtherPosition(index, elsewhere, standard, months, sameWithin)) {
            return LikelyCause.AGE_AND_POSITION;
        }
        Sex other = sex == Sex.L ? Sex.P : Sex.L;
        boolean bySex = same(elsewhere, assess(standard, other, age(), measures).z(index), sameWithin)
                || same(elsewhere, assess(standard, other, months, measures).z(index), sameWithin);
        return bySex ? LikelyCause.SEX : LikelyCause.OTHER_STANDARD;
    }

    /** With the 0.7 cm left out, or applied the other way round, whatever was written down. */
    private boolean byOtherPosition(
            GrowthIndex index, double elsewhere, WhoGrowthStandard standard, Age age, double sameWithin) {
        for (Position position : new Position[] {null, Position.LYING, Position.STANDING}) {
            Measures other = new Measures(
                    measures.weightKg(),
                    measures.lengthHeightCm(),
                    position,
                    Measures.NONE,
                    Measures.NONE,
                    Measures.NONE,
                    Measures.NONE,
                    measures.oedema());
            if (same(elsewhere, assess(standard, sex, age, other).z(index), sameWithin)) {
                return true;
            }
        }
        return false;
    }

    /** One decimal, or the second one cut off. */
    private static boolean printedShorter(double elsewhere, double own) {
        boolean oneDecimal =
                Math.abs(elsewhere * 10 - Math.rint(elsewhere * 10)) < 1e-9 && Math.abs(elsewhere - own) <= 0.05 + 1e-9;
        boolean cutOff = Math.abs(elsewhere - (own < 0 ? Math.ceil(own * 100) : Math.floor(own * 100)) / 100) < 1e-9;
        return oneDecimal || cutOff;
    }

    /** NaN is the same as nothing. */
    private static boolean same(double one, double other, double within) {
        return Math.abs(one - other) <= within + 1e-9;
    }

    private Age age() {
        return Age.on(measuredOn, birthDate);
    }

    private static Assessment assess(WhoGrowthStandard standard, Sex sex, Age age, Measures measures) {
        return standard.assess(sex, age, measures);
    }
}
