package id.tumbuh.measurement.growth;

import id.tumbuh.measurement.growth.WhoTables.Name;
import org.jspecify.annotations.Nullable;

/**
 * The WHO Child Growth Standards (2006): z-scores of a child's measures from day 0 up to, and without, 60 months.
 * Agrees with WHO's own package {@code anthro} 1.1.0 in every figure but its slips; immutable and thread-safe.
 */
public final class WhoGrowthStandard {

    /** Names the standard on every assessment made with it. */
    public static final String NAME = "WHO-2006";

    /** Without age and position, from this length (87 cm) on a child counts as standing. */
    private static final long ASSUMED_STANDING_FROM = 87L * LengthTable.MICROMETRES_A_CM;

    private final SexStandard boys;
    private final SexStandard girls;

    private WhoGrowthStandard(WhoTables tables) {
        boys = new SexStandard(tables, Sex.L);
        girls = new SexStandard(tables, Sex.P);
    }

    public static WhoGrowthStandard load() {
        return new WhoGrowthStandard(WhoTables.load());
    }

    /** Without an age only weight for length/height is possible. */
    public Assessment assess(Sex sex, @Nullable Age age, Measures measures) {
        SexStandard standard = sex == Sex.L ? boys : girls;
        boolean standingTooYoung = age != null && age.tooYoungToStand() && measures.position() == Position.STANDING;
        long length = adjustedMicrometres(age, measures, standingTooYoung);
        double lengthCm = length > 0 ? length / (double) LengthTable.MICROMETRES_A_CM : Measures.NONE;
        double bmi = bmi(measures.weightKg(), lengthCm);
        double[] z = new double[SexStandard.INDICES];
        standard.score(age, measures, new Size(length, lengthCm, bmi), z);
        return new Assessment(lengthCm, bmi, standingTooYoung, coveredByOedema(age, measures), z);
    }

    /** An adjusted length, exact in micrometres, with what follows from it. */
    record Size(long micrometres, double lengthCm, double bmi) {}

    private static long adjustedMicrometres(@Nullable Age age, Measures measures, boolean standingTooYoung) {
        double lengthHeightCm = measures.lengthHeightCm();
        if (!(lengthHeightCm > 0)) {
            return 0;
        }
        long micrometres = Math.round(lengthHeightCm * LengthTable.MICROMETRES_A_CM);
        Position position = measures.position();
        if (age == null || position == null || standingTooYoung) {
            return micrometres;
        }
        if (position == Position.STANDING) {
            return age.measuredStanding() ? micrometres : micrometres + LengthTable.HEIGHT_TO_LENGTH;
        }
        return age.measuredStanding() ? micrometres - LengthTable.HEIGHT_TO_LENGTH : micrometres;
    }

    private static double bmi(double weightKg, double lengthCm) {
        double metres = lengthCm / 100;
        return weightKg >= 0 ? weightKg / (metres * metres) : Measures.NONE;
    }

    private static boolean coveredByOedema(@Nullable Age age, Measures measures) {
        return measures.oedema() && (age == null || age.coveredByStandard());
    }

    /** The tables of one sex. */
    private static final class SexStandard {

        static final int INDICES = GrowthIndex.values().length;

        private final NormalTable lengthHeight;
        private final PowerTable weight;
        private final PowerTable bmi;
        private final NormalTable head;
        private final PowerTable arm;
        private final PowerTable triceps;
        private final PowerTable subscapular;
        private final LengthTable weightForLength;

        SexStandard(WhoTables tables, Sex sex) {
            lengthHeight = new NormalTable(tables.of(sex, Name.LENGTH_HEIGHT));
            weight = new PowerTable(tables.of(sex, Name.WEIGHT));
            bmi = new PowerTable(tables.of(sex, Name.BMI));
            head = new NormalTable(tables.of(sex, Name.HEAD));
            arm = new PowerTable(tables.of(sex, Name.ARM));
            triceps = new PowerTable(tables.of(sex, Name.TRICEPS));
            subscapular = new PowerTable(tables.of(sex, Name.SUBSCAPULAR));
            weightForLength = new LengthTable(tables.of(sex, Name.WEIGHT_FOR_LENGTH));
        }

        /** Fills in the order of {@link GrowthIndex}. */
        void score(@Nullable Age age, Measures measures, Size size, double[] z) {
            // a day no table has, so that an unknown or too high age leaves the indices by age empty
            int day = age != null && age.coveredByStandard() ? age.days() : -1;
            boolean oedema = measures.oedema();
            z[0] = lengthHeight.z(day, size.lengthCm());
            z[1] = oedema ? Measures.NONE : weight.z(day, measures.weightKg());
            z[2] = oedema || (age != null && day < 0) ? Measures.NONE : weightForLengthHeight(age, measures, size);
            z[3] = oedema ? Measures.NONE : bmi.z(day, size.bmi());
            z[4] = head.z(day, measures.headCircumferenceCm());
            z[5] = arm.z(day, measures.armCircumferenceCm());
            z[6] = triceps.z(day, measures.tricepsMm());
            z[7] = subscapular.z(day, measures.subscapularMm());
        }

        private double weightForLengthHeight(@Nullable Age age, Measures measures, Size size) {
            return standing(age, measures.position(), size)
                    ? weightForLength.zForHeight(size.micrometres(), measures.weightKg())
                    : weightForLength.zForLength(size.micrometres(), measures.weightKg());
        }

        private static boolean standing(@Nullable Age age, @Nullable Position position, Size size) {
            if (age != null) {
                return age.measuredStanding();
            }
            return position == null ? size.micrometres() >= ASSUMED_STANDING_FROM : position == Position.STANDING;
        }
    }
}
