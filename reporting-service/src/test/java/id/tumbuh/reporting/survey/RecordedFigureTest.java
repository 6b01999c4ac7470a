package id.tumbuh.reporting.survey;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.reporting.statement.Source;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedFigureTest {
    private static final Source NEWS = new Source("Dinas Kesehatan", "pers daerah", null, null);

    @Test
    void kotaSerangs1895Of56000AreNot2Point56Percent() {
        RecordedFigure.Said said = new RecordedFigure.Said(1895L, 56_000L, new BigDecimal("2.56"), null);

        assertThat(said.computedPercent()).isEqualByComparingTo("3.3839");
        assertThat(said.percentFollows()).isFalse();
    }

    @ParameterizedTest(name = "{0} of {1} as {2} per cent follows: {3}")
    @CsvSource({
        "6662, 110431, 6.03, true",
        "6662, 110431, 6.0, true",
        "6662, 110431, 6, true",
        "6662, 110431, 6.04, false",
        // rounded and cut
        "2, 3, 66.7, true",
        "2, 3, 66.6, true",
        "2, 3, 66.5, false",
        "2, 3, 66.8, false"
    })
    void aPercentageFollowsRoundedOrCut(long numerator, long denominator, String percent, boolean follows) {
        assertThat(new RecordedFigure.Said(numerator, denominator, new BigDecimal(percent), null).percentFollows())
                .isEqualTo(follows);
    }

    @Test
    void nobodyCanTellWithoutBothCounts() {
        assertThat(new RecordedFigure.Said(9436L, null, new BigDecimal("7.4"), null).percentFollows())
                .isNull();
        assertThat(new RecordedFigure.Said(null, null, new BigDecimal("3.35"), null).percentFollows())
                .isNull();
    }

    @Test
    void theTwoCountsOf2023ContradictEachOther() {
        RecordedFigure ofTheYear = said(2023, null, 9436L);
        RecordedFigure ofAugust = said(2023, 8, 6662L);

        assertThat(ofTheYear.contradicts(ofAugust)).isTrue();
        assertThat(ofAugust.contradicts(ofTheYear)).isTrue();
        assertThat(ofAugust.contradicts(said(2023, 7, 5408L)))
                .as("two months of one year")
                .isFalse();
        assertThat(ofAugust.contradicts(said(2024, 8, 5408L))).as("two years").isFalse();
        assertThat(ofAugust.contradicts(said(2023, 8, 6662L))).as("the same").isFalse();
    }

    private static RecordedFigure said(int year, @Nullable Integer month, long children) {
        return new RecordedFigure(
                UUID.randomUUID(),
                1,
                "36.04",
                "stunting-prevalence",
                year,
                month,
                new RecordedFigure.Said(children, null, null, null),
                "anak stunting",
                NEWS);
    }
}
