package id.tumbuh.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AuditEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditBlockTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RecordedEntry READ = new RecordedEntry(
            41,
            1_795_000_000_000_000L,
            new AuditEntry(
                    "kader-7", "phone", "READ", "child", "0198c1a0-0000-7000-8000-000000000002", "36.04.20.2006"));
    private static final RecordedEntry BY_NOBODYS_CLIENT =
            new RecordedEntry(43, 1_795_000_000_000_001L, new AuditEntry("sys", null, "READ", "family", "x", null));

    @Test
    void aBlockFollowsTheOneBeforeAndNoOther() {
        AuditBlock first = AuditBlock.beginning().next(List.of(READ));
        AuditBlock second = first.next(List.of(BY_NOBODYS_CLIENT));

        assertThat(first.isWhole()).isTrue();
        assertThat(second.follows(first)).isTrue();
        assertThat(second.follows(AuditBlock.beginning())).isFalse();
        assertThat(first.follows(AuditBlock.beginning())).isTrue();
        assertThat(second.lastEntry()).isEqualTo(43);
    }

    @Test
    void textsThatLieOnOneAnotherGiveOtherDigests() {
        RecordedEntry one = new RecordedEntry(1, 1, new AuditEntry("ab", "c", "READ", "child", "x", null));
        RecordedEntry other = new RecordedEntry(1, 1, new AuditEntry("a", "bc", "READ", "child", "x", null));
        RecordedEntry none = new RecordedEntry(1, 1, new AuditEntry("a", null, "READ", "child", "x", null));
        RecordedEntry empty = new RecordedEntry(1, 1, new AuditEntry("a", "", "READ", "child", "x", null));

        assertThat(one.digest()).isNotEqualTo(other.digest());
        assertThat(none.digest()).isNotEqualTo(empty.digest());
    }

    @Test
    void whatIsAnnouncedIsTheExampleAndIsReadBackWhole() throws IOException {
        AuditBlock block = AuditBlock.beginning().next(List.of(READ, BY_NOBODYS_CLIENT));
        AuditSealed sealed = AuditSealed.of("registry", block);
        Path example = Path.of(System.getProperty("tumbuh.root"), "contracts/platform/audit-sealed.v1/example.json");

        assertThat(JSON.readTree(JSON.writeValueAsBytes(sealed))).isEqualTo(JSON.readTree(example.toFile()));
        AuditBlock back = JSON.readValue(example.toFile(), AuditSealed.class).toBlock();
        assertThat(back.isWhole()).isTrue();
        assertThat(back.sameAs(block)).isTrue();
    }
}
