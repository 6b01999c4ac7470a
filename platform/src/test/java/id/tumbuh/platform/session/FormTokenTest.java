package id.tumbuh.platform.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormTokenTest {
    private static final String BEARER = "Bearer head.body.signature";

    @Test
    void aFormBelongsToOneSignInAndDoesNotGiveItAway() {
        String token = FormToken.of(BEARER);

        assertThat(FormToken.matches(BEARER, token)).isTrue();
        assertThat(FormToken.matches(BEARER + "x", token)).isFalse();
        assertThat(token).hasSize(43).doesNotContain("body", "signature");
    }

    @Test
    void whatIsMissingOrElseIsNoToken() {
        assertThat(FormToken.matches(BEARER, null)).isFalse();
        assertThat(FormToken.matches(BEARER, "")).isFalse();
        assertThat(FormToken.matches(BEARER, BEARER)).isFalse();
        assertThat(FormToken.matches(BEARER, "é".repeat(43))).isFalse();
    }
}
