package id.tumbuh.intervention.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Qute falls back to Indonesian silently, so the two bundles are compared here. */
class PartnerMessagesTest {
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    @Test
    void everyWordIsThereInBothLanguagesWithTheSameGaps() {
        Map<String, String> indonesian = words(PartnerMessages.class);
        Map<String, String> english = words(EnglishPartnerMessages.class);

        assertThat(indonesian).hasSizeGreaterThan(50);
        assertThat(english.keySet()).isEqualTo(indonesian.keySet());
        english.forEach(
                (key, text) -> assertThat(gaps(text)).as(key).isEqualTo(gaps(indonesian.getOrDefault(key, ""))));
    }

    private static Map<String, String> words(Class<?> bundle) {
        return Arrays.stream(bundle.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Message.class))
                .collect(Collectors.toMap(
                        Method::getName,
                        method -> method.getAnnotation(Message.class).value()));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
