package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.kms.CardPolicy;
import id.tumbuh.measurement.kms.Weighing;
import id.tumbuh.measurement.roster.RosteredChild;
import org.jspecify.annotations.Nullable;

/** A measurement with what the standard says about it, given the child's sex and birth date as they are known now. */
record AssessedMeasurement(
        Measurement measurement, RosteredChild child, Age age, Assessment assessment, GrowthPolicy policy) {

    private static final Age AT_BIRTH = Age.ofDays(0);
    private static final Measures NOTHING = new Measures(
            Measures.NONE, Measures.NONE, null, Measures.NONE, Measures.NONE, Measures.NONE, Measures.NONE, false);

    /** A corrected birth date may come to lie after a measurement: then nothing can be said, and nothing is lost. */
    static AssessedMeasurement of(
            Measurement measurement, RosteredChild child, WhoGrowthStandard standard, GrowthPolicy policy) {
        if (measurement.measuredOn().isBefore(child.birthDate())) {
            Assessment nothing = standard.assess(child.sex(), AT_BIRTH, NOTHING);
            return new AssessedMeasurement(measurement, child, AT_BIRTH, nothing, policy);
        }
        Age age = Age.on(measurement.measuredOn(), child.birthDate());
        return new AssessedMeasurement(
                measurement, child, age, standard.assess(child.sex(), age, measurement.measures()), policy);
    }

    AssessedMeasurement marked(@Nullable CardEntry entry, CardPolicy card) {
        return with(measurement.marked(new Marking(entry, belowRedLine(card))));
    }

    AssessedMeasurement with(Measurement other) {
        return new AssessedMeasurement(other, child, age, assessment, policy);
    }

    Weighing weighing() {
        return new Weighing(
                measurement.id(),
                measurement.measuredOn(),
                Weighing.grams(measurement.measures().weightKg()));
    }

    private boolean belowRedLine(CardPolicy card) {
        GrowthIndex index = GrowthIndex.WEIGHT_FOR_AGE;
        return !measurement.voided() && card.belowRedLine(assessment.z(index), policy.implausible(assessment, index));
    }

    /** Null when this measurement has no say: no length or height, outside the standard's ages, or not to be believed. */
    @Nullable
    Stunting stunting() {
        return Stunting.of(assessment, policy);
    }

    /** Nobody wrote down how the length was taken, so it counts as taken the way the age asks for. */
    boolean positionAssumed() {
        return measurement.measures().position() == null
                && measurement.measures().lengthHeightCm() > 0;
    }

    @Nullable
    Position position() {
        if (!positionAssumed()) {
            return measurement.measures().position();
        }
        return age.measuredStanding() ? Position.STANDING : Position.LYING;
    }
}
