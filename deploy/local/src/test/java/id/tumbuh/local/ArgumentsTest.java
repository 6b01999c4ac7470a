package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final Path USUAL = Path.of("/tumbuh/.tumbuh");

    @Test
    void upRunsInTheForegroundWithDemoDataUnlessToldOtherwise() {
        assertThat(parse("up")).isEqualTo(new Arguments.Up(USUAL, false, true));
        assertThat(parse("up --no-demo --data /data --detach"))
                .isEqualTo(new Arguments.Up(Path.of("/data"), true, false));
    }

    @Test
    void tokenTakesSeveralAreas() {
        assertThat(parse("token --role tpps --wilayah 36.04 --wilayah 36.73 --client siga"))
                .isEqualTo(new Arguments.Token(
                        USUAL, new Grant("tpps", List.of("36.04", "36.73"), Optional.of("siga"), Optional.empty())));
    }

    @Test
    void tokenOfAnOpdNamesItsField() {
        assertThat(parse("token --role opd --wilayah 36.04 --opd PUPR"))
                .isEqualTo(new Arguments.Token(
                        USUAL, new Grant("opd", List.of("36.04"), Optional.empty(), Optional.of("PUPR"))));
    }

    @Test
    void logsAreThoseOfAllUnlessOneIsNamed() {
        assertThat(parse("logs")).isEqualTo(new Arguments.Logs(USUAL, List.of(Component.values()), false));
        assertThat(parse("logs registry --follow"))
                .isEqualTo(new Arguments.Logs(USUAL, List.of(Component.REGISTRY), true));
    }

    @Test
    void demoHasTenThousandChildrenUnlessToldOtherwise() {
        assertThat(parse("demo")).isEqualTo(new Arguments.LoadDemo(USUAL, 10_000));
        assertThat(parse("demo --children 128185")).isEqualTo(new Arguments.LoadDemo(USUAL, 128_185));
    }

    @Test
    void theAuditOfOneInstallationIsVerifiedAtATime() {
        assertThat(parse("audit-verify")).isEqualTo(new Arguments.VerifyAudit(USUAL));
        assertThat(parse("audit-verify --data /data")).isEqualTo(new Arguments.VerifyAudit(Path.of("/data")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upp",
                "up now",
                "up --role tpps",
                "down --detach",
                "status --data",
                "token",
                "token --role",
                "token --role tpps",
                "demo --children 0",
                "demo --children many",
                "demo --children 1000000",
                "logs postgres",
                "audit-verify registry",
            })
    void whatCannotBeMeantIsRefused(String words) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sayingNothingIsRefused() {
        assertThatThrownBy(() -> Arguments.parse(List.of(), USUAL)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments parse(String words) {
        return Arguments.parse(List.of(words.split(" ")), USUAL);
    }
}
