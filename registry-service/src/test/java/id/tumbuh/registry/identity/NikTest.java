package id.tumbuh.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.registry.identity.Nik.Mismatch;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NikTest {
    private static final String AREA = "36.04.20.2006";
    private static final LocalDate BORN = LocalDate.of(2024, 3, 17);

    @ParameterizedTest(name = "day {0}: valid = {1}")
    @CsvSource({"00,false", "01,true", "31,true", "32,false", "40,false", "41,true", "71,true", "72,false", "99,false"})
    void daysAreThoseOfAMonthOrFortyMore(String day, boolean valid) {
        assertThat(Nik.isValid("360420" + day + "03240001")).isEqualTo(valid);
    }

    @ParameterizedTest(name = "month {0}: valid = {1}")
    @CsvSource({"00,false", "01,true", "12,true", "13,false"})
    void monthsAreOneToTwelve(String month, boolean valid) {
        assertThat(Nik.isValid("36042017" + month + "240001")).isEqualTo(valid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3604201703240000", "360420170324001", "36042017032400011", "36042017O3240001", ""})
    void theSerialIsNotZeroAndThereAreSixteenDigits(String text) {
        assertThat(Nik.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Nik(text)).withMessageNotContaining("3604");
    }

    @Test
    void whatDiffersIsSaidAndNothingElse() {
        assertThat(new Nik("3604205703240001").mismatches(Sex.P, BORN, AREA)).isEmpty();
        assertThat(new Nik("3604201703240001").mismatches(Sex.L, BORN, AREA)).isEmpty();
        assertThat(new Nik("3604201703240001").mismatches(Sex.P, BORN, AREA)).containsExactly(Mismatch.SEX);
        assertThat(new Nik("3604205603240001").mismatches(Sex.P, BORN, AREA)).containsExactly(Mismatch.BIRTH_DATE);
        assertThat(new Nik("3604205703250001").mismatches(Sex.P, BORN, AREA)).containsExactly(Mismatch.BIRTH_DATE);
        assertThat(new Nik("3604215703240001").mismatches(Sex.P, BORN, AREA)).containsExactly(Mismatch.AREA);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "-", "'"})
    void nothingIsAbsent(String text) {
        assertThat(NikReading.of(text)).isEqualTo(new NikReading.Absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"02022**********", "3604************", "****************"})
    void starsAreAMaskAndNeverAKey(String text) {
        assertThat(NikReading.of(text)).isEqualTo(new NikReading.Masked());
    }

    @Test
    void anApostropheOfASpreadsheetIsDropped() {
        assertThat(NikReading.of(" '3604205703240001 "))
                .isEqualTo(new NikReading.Complete(new Nik("3604205703240001")));
        assertThat(NikReading.of("3604205703240000")).isEqualTo(new NikReading.Malformed());
        assertThat(NikReading.of("3.604E15")).isEqualTo(new NikReading.Malformed());
    }

    @Test
    void neitherTextNorJsonShowsIt() throws Exception {
        var known = Map.of("nik", new Nik("3604205703240001"), "card", new FamilyCardNumber("3604201703240001"));

        assertThat(known.toString()).doesNotContain("3604");
        assertThat(new ObjectMapper().writeValueAsString(new Holder(new Nik("3604205703240001"))))
                .doesNotContain("3604");
        assertThat(new NikReading.Complete(new Nik("3604205703240001")).toString())
                .doesNotContain("3604");
    }

    record Holder(Nik nik) {}
}
