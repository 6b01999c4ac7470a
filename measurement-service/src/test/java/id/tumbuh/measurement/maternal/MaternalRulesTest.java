package id.tumbuh.measurement.maternal;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class MaternalRulesTest {

    @Inject
    MaternalRules rules;

    @Test
    void policiesComeOutOfTheDatedRulesForAnyDay() {
        for (LocalDate day : new LocalDate[] {LocalDate.of(1950, 1, 1), LocalDate.of(2025, 8, 12)}) {
            assertThat(rules.pregnancy(day)).isEqualTo(Policies.PREGNANCY);
            assertThat(rules.couple(day)).isEqualTo(Policies.COUPLE);
        }
    }
}
