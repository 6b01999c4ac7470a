package id.tumbuh.registry.screening;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScreeningRulesTest extends RegistryTest {
    @Inject
    ScreeningRules rules;

    @Test
    void theSeededRulesAreThePolicyTheScreeningIsTestedWith() {
        assertThat(rules.today().policy()).isEqualTo(ScreeningFixtures.POLICY);
    }
}
