package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Succession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what became of an area, and where its figures of before or after are. */
final class AreaChanges {
    private AreaChanges() {}

    /** A sentence, and the areas it ends with. */
    record Told(String text, List<Area> others) {}

    private record When(LocalDate on, String source) {}

    /** One for each change that holds by the day; a new name alone changes no figure. */
    static List<Told> of(String code, List<Succession> successions, LocalDate day, Wording wording) {
        Map<When, List<Succession>> changes = new LinkedHashMap<>();
        successions.stream()
                .filter(one -> !one.effectiveOn().isAfter(day))
                .forEach(one -> changes.computeIfAbsent(
                                new When(one.effectiveOn(), one.source()), _ -> new ArrayList<>())
                        .add(one));
        List<Told> told = new ArrayList<>();
        changes.forEach((when, pairs) -> told.addAll(told(code, when, pairs, wording)));
        return told;
    }

    private static List<Told> told(String code, When when, List<Succession> pairs, Wording wording) {
        ChangeMessages words = Pages.words(ChangeMessages.class, wording.locale());
        String on = wording.date(when.on());
        boolean stays = pairs.stream().anyMatch(Succession::keepsCode);
        List<Area> after = pairs.stream()
                .map(Succession::successor)
                .filter(other -> !other.code().equals(code))
                .toList();
        List<Area> before = pairs.stream()
                .map(Succession::predecessor)
                .filter(other -> !other.code().equals(code))
                .toList();
        List<Told> told = new ArrayList<>();
        if (!after.isEmpty()) {
            told.add(new Told(stays ? words.left(on, when.source()) : words.ended(on, when.source()), after));
        }
        if (!before.isEmpty()) {
            told.add(new Told(stays ? words.joined(on, when.source()) : words.begun(on, when.source()), before));
        }
        return told;
    }
}
