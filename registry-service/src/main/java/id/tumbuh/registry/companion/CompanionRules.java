package id.tumbuh.registry.companion;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the rules of companionship. */
@ApplicationScoped
class CompanionRules {
    /** The calendar of those who visit. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final RuleBook rules;
    private final Clock clock;

    CompanionRules(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    CompanionPolicy today() {
        return on(LocalDate.now(clock.withZone(ZONE)));
    }

    CompanionPolicy on(LocalDate day) {
        RuleSet set = rules.on(day);
        JsonNode every = set.json("companion.visit-every-days");
        JsonNode checklist = set.json("companion.checklist");
        return new CompanionPolicy(
                day,
                number(set, "companion.postpartum-days"),
                number(set, "companion.child-below-months"),
                set.list("companion.children-of-families-not-at-risk"),
                kinds(kind -> every.required(kind.name()).intValue()),
                number(set, "companion.first-visit-days"),
                number(set, "companion.couple-months-before-wedding"),
                set.list("companion.counting-outcomes"),
                kinds(kind -> texts(checklist.required(kind.name()))),
                set.list("companion.services"),
                set.list("companion.surveillance-items"),
                set.list("companion.complete-data").stream()
                        .map(KrsFact::valueOf)
                        .toList());
    }

    private static <T> Map<TargetKind, T> kinds(Function<TargetKind, T> value) {
        return Arrays.stream(TargetKind.values()).collect(toUnmodifiableMap(Function.identity(), value));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }

    private static int number(RuleSet set, String code) {
        return set.number(code).intValueExact();
    }
}
