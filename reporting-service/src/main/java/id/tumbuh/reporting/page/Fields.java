package id.tumbuh.reporting.page;

import id.tumbuh.platform.rules.RuleSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words by code, of a dated rule: {@code opd.fields}, what offices do, and others like it. */
record Fields(Map<String, String> byCode) {
    Fields {
        byCode = Map.copyOf(byCode);
    }

    static Fields of(RuleSet rules, Locale locale) {
        return of(rules, "opd.fields", locale);
    }

    /** Of a rule that has words by code: {@code {"CODE": {"id": …, "en": …}}}. */
    static Fields of(RuleSet rules, String rule, Locale locale) {
        Map<String, String> words = new HashMap<>();
        rules.json(rule)
                .properties()
                .forEach(field -> words.put(
                        field.getKey(),
                        field.getValue().required(locale.getLanguage()).asText()));
        return new Fields(words);
    }

    @Nullable
    String words(String code) {
        return byCode.get(code);
    }
}
