package id.tumbuh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void whatIsUnknownIsFilled() {
        assertThat(difference(Map.of("rw", "2"), Map.of(), Map.of())).isEqualTo(changes("rw", "2"));
        assertThat(difference(Map.of("rw", "2"), Map.of(), Map.of("rw", "1"))).isEqualTo(changes("rw", "2"));
    }

    @Test
    void whatTheSameSourceSaidLastIsReplaced() {
        assertThat(difference(Map.of("rw", "2"), Map.of("rw", "1"), Map.of("rw", "1")))
                .isEqualTo(changes("rw", "2"));
    }

    @Test
    void whatSomebodyElseHasPutThereStays() {
        assertThat(difference(Map.of("rw", "2"), Map.of("rw", "9"), Map.of("rw", "1")))
                .isEqualTo(kept("rw"));
        assertThat(difference(Map.of("rw", "2"), Map.of("rw", "9"), Map.of())).isEqualTo(kept("rw"));
    }

    @Test
    void aSourceThatRepeatsItselfSaysNothingNew() {
        assertThat(difference(Map.of("rw", "1"), Map.of("rw", "9"), Map.of("rw", "1")))
                .isEqualTo(none());
        assertThat(difference(Map.of("rw", "1"), Map.of(), Map.of("rw", "1"))).isEqualTo(none());
    }

    @Test
    void whatIsSoAlreadyIsNoChangeWhoeverPutItThere() {
        assertThat(difference(Map.of("rw", "9"), Map.of("rw", "9"), Map.of("rw", "1")))
                .isEqualTo(none());
    }

    @Test
    void aBlankTakesNothingBack() {
        assertThat(difference(Map.of(), Map.of("rw", "1"), Map.of("rw", "1"))).isEqualTo(none());
    }

    private static Difference difference(
            Map<String, String> row, Map<String, String> current, Map<String, String> said) {
        return Difference.between(row, current, (field, value) -> value.equals(said.get(field)));
    }

    private static Difference changes(String field, String value) {
        return new Difference(Map.of(field, value), List.of());
    }

    private static Difference kept(String field) {
        return new Difference(Map.of(), List.of(field));
    }

    private static Difference none() {
        return new Difference(Map.of(), List.of());
    }
}
