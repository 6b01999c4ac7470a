package id.tumbuh.intervention.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetAsideTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"22003, REFUSED", "23514, REFUSED", "08006, -", "40P01, -", "42601, -", "57014, -", "-, -"})
    void theDatabaseSaysWhetherItIsTheReport(@Nullable String state, @Nullable SetAside reason) {
        assertThat(SetAside.because(new IllegalStateException(new SQLException("no matter", state))))
                .isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void aWordThatNobodyKnowsIsUnreadable() {
        assertThat(SetAside.because(new IllegalStateException(new IllegalArgumentException())))
                .contains(SetAside.UNREADABLE);
        assertThat(SetAside.because(new IllegalStateException())).contains(SetAside.FAILED);
    }
}
