package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void tokenNamesIssuerAudienceRoleAreasAndClientForTwelveHours() throws Exception {
        String token = tokens().sign(Grant.of("system", List.of("36.04", "36.73"), Optional.of("sirs\"36")));

        assertThat(part(token, 0)).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        assertThat(part(token, 1))
                .isEqualTo("{\"iss\":\"https://tumbuh.local\",\"aud\":\"tumbuh\",\"sub\":\"local-system\","
                        + "\"iat\":1782907200,\"exp\":1782950400,\"groups\":[\"system\"],"
                        + "\"wilayah\":[\"36.04\",\"36.73\"],\"azp\":\"sirs\\u002236\"}");
    }

    @Test
    void signatureHoldsUnderThePublishedKeyAlone() throws Exception {
        String token = tokens().sign(Grant.of("admin", List.of(), Optional.empty()));
        String signed = token.substring(0, token.lastIndexOf('.'));
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));

        assertThat(verifies(signed, signature)).isTrue();
        assertThat(verifies(signed.replace('A', 'B'), signature)).isFalse();
    }

    @Test
    void keyIsMadeOnceAndReadableByItsOwnerAlone() throws IOException {
        String first = SigningKey.in(folder).publicKey();

        assertThat(SigningKey.in(folder).publicKey()).isEqualTo(first).doesNotContain("\n");
        assertThat(permissions(folder.resolve("signing-key"))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bkkbn", "admin", "auditor"})
    void nationalRolesReachEverywhereUnlessNarrowed(String role) {
        assertThat(Grant.of(role, List.of(), Optional.empty()).areas()).containsExactly("*");
        assertThat(Grant.of(role, List.of("36"), Optional.empty()).areas()).containsExactly("36");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpk", "puskesmas", "tpps", "opd", "system", "partner"})
    void everyOtherRoleNeedsAnArea(String role) {
        assertThatThrownBy(() -> Grant.of(role, List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--wilayah");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3604", "36.4", "36.04.", "36.04.05.201", "36.04.05.20011", "", "**"})
    void whatIsNoAreaCodeIsRefused(String area) {
        assertThatThrownBy(() -> Grant.of("tpps", List.of(area), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFieldOfAnOpdStandsInItsToken() throws IOException {
        Grant grant = Grant.of("opd", List.of("36.04"), Optional.empty()).forOpd(Optional.of("PUPR"));

        assertThat(part(tokens().sign(grant), 1)).contains("\"groups\":[\"opd\"]", "\"opd\":\"PUPR\"");
    }

    @Test
    void onlyAnOpdHasAFieldAndOneThatIsACode() {
        assertThatThrownBy(
                        () -> Grant.of("tpps", List.of("36"), Optional.empty()).forOpd(Optional.of("PUPR")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> Grant.of("opd", List.of("36"), Optional.empty()).forOpd(Optional.of("pu pr")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownRoleIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Grant.of("root", List.of("36"), Optional.empty()))
                .hasMessageContaining("No role root")
                .hasMessageContaining("puskesmas");
    }

    @Test
    void signInLinkLeavesTheTokenUnderTheHashOfItsCode() throws IOException {
        URI page = URI.create("http://127.0.0.1:8084/sign-in");

        URI link = SignInLink.make(folder.resolve("sign-in"), page, "the token");

        assertThat(link.toString()).startsWith("http://127.0.0.1:8084/sign-in?code=");
        String code = link.getQuery().substring("code=".length());
        Path file = folder.resolve("sign-in").resolve(SignInLink.sha256(code));
        assertThat(file).hasContent("the token");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(file.getFileName().toString()).doesNotContain(code).hasSize(64);
    }

    private Tokens tokens() throws IOException {
        return new Tokens(SigningKey.in(folder), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private boolean verifies(String signed, byte[] signature) throws Exception {
        byte[] der = Base64.getDecoder().decode(SigningKey.in(folder).publicKey());
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
        verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(signature);
    }

    private static String part(String token, int index) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), StandardCharsets.UTF_8);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
