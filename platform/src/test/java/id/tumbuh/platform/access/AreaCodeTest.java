package id.tumbuh.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaCodeTest {
    @ParameterizedTest
    @CsvSource({"36, PROVINSI", "36.04, KABUPATEN_KOTA", "36.04.20, KECAMATAN", "36.04.20.2006, DESA_KELURAHAN"})
    void theLengthOfACodeTellsItsLevel(String code, AreaLevel level) {
        assertThat(new AreaCode(code).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3", "3604", "36.4", "36.04.", "36.04.20.206", "36.04.20.20066", " 36", "36.04.20.2006.1"})
    void anythingElseIsNoCode(String text) {
        assertThatThrownBy(() -> new AreaCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "36.04, 36.04, true",
        "36.04, 36.04.20, true",
        "36.04, 36.04.20.2006, true",
        "36.04.20, 36.04, false",
        "36.04, 36.05, false",
        "36, 36.04, true"
    })
    void anAreaContainsItselfAndWhatLiesInIt(String area, String other, boolean contained) {
        assertThat(new AreaCode(area).contains(new AreaCode(other))).isEqualTo(contained);
    }

    @Test
    void ancestorsGoFromTheProvinceDown() {
        assertThat(new AreaCode("36.04.20.2006").ancestors())
                .isEqualTo(List.of(new AreaCode("36"), new AreaCode("36.04"), new AreaCode("36.04.20")));
        assertThat(new AreaCode("36").ancestors()).isEmpty();
    }

    @Test
    void aScopeAllowsItsAreasAndNothingElse() {
        Scope scope = Scope.of(List.of(new AreaCode("36.04"), new AreaCode("36.73")));

        assertThat(scope.allows(new AreaCode("36.04.20.2006"))).isTrue();
        assertThat(scope.allows(new AreaCode("36"))).isFalse();
        assertThat(scope.allows(new AreaCode("36.02"))).isFalse();
        assertThat(Scope.of(List.of()).allows(new AreaCode("36"))).isFalse();
        assertThat(Scope.everywhere().allows(new AreaCode("11.01"))).isTrue();
    }

    @Test
    void aScopeSurvivesBeingWrittenDown() {
        for (Scope scope : List.of(
                Scope.everywhere(),
                Scope.of(List.of()),
                Scope.of(List.of(new AreaCode("36.04"), new AreaCode("17"))))) {
            assertThat(Scope.fromSetting(scope.setting())).isEqualTo(scope);
        }
    }
}
