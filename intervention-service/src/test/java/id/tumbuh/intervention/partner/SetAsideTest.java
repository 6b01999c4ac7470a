package id.tumbuh.intervention.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetAsideTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"22003, REFUSED", "23514, REFUSED", "42601, FAILED", "57014, FAILED", "-, FAILED"})
    void theDatabaseSaysWhetherItIsTheReport(String state, SetAside reason) {
        assertThat(SetAside.because(new IllegalStateException(new SQLException("no matter", state))))
                .isEqualTo(reason);
    }

    @Test
    void aWordThatNobodyKnowsIsUnreadable() {
        assertThat(SetAside.because(new IllegalStateException(new IllegalArgumentException())))
                .isEqualTo(SetAside.UNREADABLE);
        assertThat(SetAside.because(new IllegalStateException())).isEqualTo(SetAside.FAILED);
    }
}
