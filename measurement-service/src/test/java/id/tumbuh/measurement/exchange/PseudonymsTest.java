package id.tumbuh.measurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private static final UUID CHILD = UUID.fromString("0198c1a0-0000-7000-8000-000000000002");
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Test
    void childHasOneNameInAnExportAndAnotherInTheNext() {
        Pseudonyms export = Pseudonyms.ofOneExport();

        assertThat(export.of(CHILD)).isEqualTo(export.of(CHILD)).matches("[0-9a-f]{32}");
        assertThat(export.of(CHILD)).isNotEqualTo(Pseudonyms.ofOneExport().of(CHILD));
        assertThat(export.of(CHILD)).isNotEqualTo(export.of(UUID.randomUUID()));
    }

    @Test
    void studyJoinsItsOwnExportsAndNoOther() {
        String name = Pseudonyms.ofStudy(KEY, "wasting-2026").of(CHILD);

        assertThat(Pseudonyms.ofStudy(KEY, "wasting-2026").of(CHILD)).isEqualTo(name);
        assertThat(Pseudonyms.ofStudy(KEY, "wasting-2027").of(CHILD)).isNotEqualTo(name);
        byte[] other = KEY.clone();
        other[0]++;
        assertThat(Pseudonyms.ofStudy(other, "wasting-2026").of(CHILD)).isNotEqualTo(name);
    }

    @Test
    void shortKeyIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> Pseudonyms.ofStudy(new byte[31], "wasting-2026"));
    }
}
