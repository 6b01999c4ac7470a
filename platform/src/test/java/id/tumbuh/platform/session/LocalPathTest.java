package id.tumbuh.platform.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.http.Languages;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cases?area=36.04.20&after=a%2Fb&lang=en",
                "/kader#hari",
                "/survey?next=https://jahat.example/",
                "/sesi"
            })
    void aPageOfThisServiceIsKeptAsItIs(String page) {
        assertThat(LocalPath.of(page).orElseThrow()).hasToString(page);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "cases",
                "//jahat.example/",
                "///jahat.example/",
                "/..//jahat.example/",
                "/.//jahat.example/",
                "/a/..//jahat.example/",
                "/\\jahat.example/",
                "\\\\jahat.example/",
                "https://jahat.example/",
                "javascript:alert(1)",
                "/a b",
                "/a\r\nSet-Cookie: x=y",
                "/session/issuer?to=/",
                "/session/note",
                "/a/../session/issuer",
                "/./session/issuer"
            })
    void anythingElseIsNoPageToComeBackTo(String sent) {
        assertThat(LocalPath.of(sent)).isEmpty();
    }

    @Test
    void aPathIsLongEnoughAtTwoThousandCharacters() {
        assertThat(LocalPath.of("/" + "a".repeat(1999))).isPresent();
        assertThat(LocalPath.of("/" + "a".repeat(2000))).isEmpty();
    }

    @Test
    void theLanguageIsThatOfThePage() {
        assertThat(LocalPath.language("/cases?lang=en")).isEqualTo(Locale.ENGLISH);
        assertThat(LocalPath.language("/cases?area=36&lang=en&x=1")).isEqualTo(Locale.ENGLISH);
        assertThat(LocalPath.language("/cases?slang=en")).isEqualTo(Languages.INDONESIAN);
        assertThat(LocalPath.language("/cases?lang=id")).isEqualTo(Languages.INDONESIAN);
        assertThat(LocalPath.language(null)).isEqualTo(Languages.INDONESIAN);
    }
}
