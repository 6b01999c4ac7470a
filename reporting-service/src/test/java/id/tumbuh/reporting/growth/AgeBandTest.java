package id.tumbuh.reporting.growth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {
    @ParameterizedTest(name = "{0} completed months belong to {1}")
    @CsvSource({
        "0, 0-5",
        "5, 0-5",
        "6, 6-11",
        "11, 6-11",
        "12, 12-23",
        "23, 12-23",
        "24, 24-35",
        "35, 24-35",
        "36, 36-59",
        "59, 36-59",
        "60, 60+",
        "71, 60+"
    })
    void bandsMeetWithoutAGap(int months, String code) {
        assertThat(AgeBand.ofMonths(months).code()).isEqualTo(code);
    }
}
