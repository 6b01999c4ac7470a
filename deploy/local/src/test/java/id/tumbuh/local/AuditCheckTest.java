package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditCheckTest {
    private final List<String> told = new ArrayList<>();
    private final AuditCheck check = new AuditCheck("token", told::add);

    @Test
    void anIntactAuditIsOneLine() {
        boolean intact = check.tell("registry", """
                {"service":"registry","intact":true,"entries":1200,"blocks":7,"published":7,"waiting":0,"found":0,"findings":[]}""");

        assertThat(intact).isTrue();
        assertThat(told)
                .containsExactly(
                        "registry: intact; 1200 entries in 7 blocks, 7 blocks announced, 0 entries wait for their seal");
    }

    @Test
    void whatIsWrongIsNamedLineByLine() {
        boolean intact = check.tell("reporting", """
                {"service":"reporting","intact":false,"entries":3,"blocks":1,"published":2,"waiting":0,"found":2,
                "findings":[{"kind":"ENTRY_CHANGED","number":17},{"kind":"BLOCK_MISSING","number":2}]}""");

        assertThat(intact).isFalse();
        assertThat(told).contains("  ENTRY_CHANGED 17", "  BLOCK_MISSING 2");
        assertThat(told.getFirst()).contains("NOT INTACT (2 findings)");
    }
}
