package id.tumbuh.registry.posyandu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosyanduNameTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Posyandu Melati 1, MELATI 1",
        "POSYANDU  MELATI-1, MELATI 1",
        "melati 1, MELATI 1",
        "Posyandu 'Melati 1', MELATI 1",
        "Posyanduku, POSYANDUKU"
    })
    void caseAndPunctuationAndTheWordBeforeItMakeNoDifference(String written, String normalised) {
        assertThat(new PosyanduName(written).normalised()).isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Posyandu", "-", "posyandu -"})
    void aNameHasSomethingToTellItFromOthers(String text) {
        assertThat(PosyanduName.isValid(text)).isFalse();
    }

    @Test
    void aNameHasAtMostAHundredCharacters() {
        assertThat(PosyanduName.isValid("a".repeat(100))).isTrue();
        assertThat(PosyanduName.isValid("a".repeat(101))).isFalse();
    }
}
