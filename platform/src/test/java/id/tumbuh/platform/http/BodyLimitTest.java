package id.tumbuh.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyLimitTest {
    @Test
    void aPathWithoutAStarIsItselfAlone() {
        assertThat(BodyLimit.matches("/v1/imports", "/v1/imports")).isTrue();
        assertThat(BodyLimit.matches("/v1/imports", "/v1/imports/")).isFalse();
        assertThat(BodyLimit.matches("/v1/imports", "/v1/imports:batch")).isFalse();
        assertThat(BodyLimit.matches("/v1/imports", null)).isFalse();
    }

    @Test
    void aStarStandsForOnePartOfThePath() {
        String photos = "/v1/deliveries/*/photos";

        assertThat(BodyLimit.matches(photos, "/v1/deliveries/7b1f6a54/photos")).isTrue();
        assertThat(BodyLimit.matches(photos, "/v1/deliveries/photos")).isFalse();
        assertThat(BodyLimit.matches(photos, "/v1/deliveries/7b1f6a54/x/photos"))
                .isFalse();
        assertThat(BodyLimit.matches(photos, "/v1/deliveries/7b1f6a54/photos/1"))
                .isFalse();
        assertThat(BodyLimit.matches(photos, "/v1/deliveries:batch")).isFalse();
    }
}
