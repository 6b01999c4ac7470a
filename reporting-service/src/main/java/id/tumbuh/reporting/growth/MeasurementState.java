package id.tumbuh.reporting.growth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of the measurement events that counting needs. */
record MeasurementState(
        UUID measurementId,
        UUID childId,
        @Nullable UUID posyanduId,
        String areaCode,
        String sex,
        LocalDate measuredOn,
        int ageMonths,
        boolean voided,
        boolean oedema,
        @Nullable BigDecimal weightKg,
        Map<String, Index> indices,
        @Nullable GrowthCard growthCard) {

    /** An index as measurement-service assessed it, with the category its rules gave. */
    record Index(
            @Nullable BigDecimal z,
            boolean implausible,
            @Nullable String category) {
        boolean counts() {
            return z != null && !implausible;
        }

        boolean is(String one, String other) {
            return counts() && (one.equals(category) || other.equals(category));
        }
    }

    /** Of the weighing that counts in its month: B first ever, O not weighed the month before, N gained, T did not. */
    record GrowthCard(String mark) {
        private static final String GAINED = "N";
    }

    private static final Index NONE = new Index(null, false, null);

    LocalDate month() {
        return measuredOn.withDayOfMonth(1);
    }

    AgeBand ageBand() {
        return AgeBand.ofMonths(ageMonths);
    }

    /** The bits of {@link Finding}. */
    int findings() {
        Index height = index("lengthHeightForAge");
        Index weightForHeight = index("weightForLengthHeight");
        Index weight = index("weightForAge");
        int bits = 0;
        bits |= bit(Finding.WEIGHED, weightKg != null);
        bits |= bit(Finding.HEIGHT_PLAUSIBLE, height.counts());
        bits |= bit(Finding.STUNTED, height.is("STUNTED", "SEVERELY_STUNTED"));
        bits |= bit(Finding.SEVERELY_STUNTED, height.is("SEVERELY_STUNTED", "SEVERELY_STUNTED"));
        bits |= bit(Finding.WASTING_PLAUSIBLE, weightForHeight.counts() || oedema);
        bits |= bit(Finding.WASTED, weightForHeight.is("WASTED", "SEVERELY_WASTED") || oedema);
        bits |= bit(Finding.SEVERELY_WASTED, weightForHeight.is("SEVERELY_WASTED", "SEVERELY_WASTED") || oedema);
        bits |= bit(Finding.WEIGHT_PLAUSIBLE, weight.counts() || oedema);
        bits |= bit(Finding.UNDERWEIGHT, weight.is("UNDERWEIGHT", "SEVERELY_UNDERWEIGHT") || oedema);
        bits |= bit(Finding.SEVERELY_UNDERWEIGHT, weight.is("SEVERELY_UNDERWEIGHT", "SEVERELY_UNDERWEIGHT") || oedema);
        bits |= bit(Finding.GAINED, growthCard != null && growthCard.mark().equals(GrowthCard.GAINED));
        bits |= bit(Finding.MARKED, growthCard != null);
        bits |= bit(Finding.OVERWEIGHT, weightForHeight.is("OVERWEIGHT", "OBESE"));
        return bits;
    }

    private Index index(String name) {
        return indices.getOrDefault(name, NONE);
    }

    private static int bit(Finding finding, boolean present) {
        return present ? finding.bit() : 0;
    }
}
