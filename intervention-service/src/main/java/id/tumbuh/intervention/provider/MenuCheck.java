package id.tumbuh.intervention.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.rules.RuleSet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where menus fall short of the juknis PMT lokal: a pure function of the menus and of the dated rule {@code menu.requirements}. */
final class MenuCheck {
    private MenuCheck() {}

    /** What is asked of a week of menus. */
    record Requirements(int fullMealsPerWeek, int animalProteinsPerMeal, Set<String> animalProteins) {
        Requirements {
            animalProteins = Set.copyOf(animalProteins);
        }

        static Requirements of(RuleSet rules) {
            var rule = rules.json("menu.requirements");
            List<String> proteins = new ArrayList<>();
            rule.get("animalProteins").forEach(code -> proteins.add(code.textValue()));
            return new Requirements(
                    rule.get("fullMealsPerWeek").intValue(),
                    rule.get("animalProteinsPerMeal").intValue(),
                    Set.copyOf(proteins));
        }
    }

    /** Something that falls short. */
    @Schema(name = "MenuWarning")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Warning(
            Code code,

            @Schema(description = "The Monday of the week") LocalDate week,

            @Schema(description = "Of one meal alone") @Nullable
            LocalDate day,

            int found,
            int wanted,
            String words) {}

    /** The names stand in answers: never renamed. */
    enum Code {
        TOO_FEW_FULL_MEALS(
                "Dalam pekan ini baru %d kali makanan lengkap; paling sedikit %d",
                "%d full meals in this week; at least %d are asked for"),
        TOO_FEW_ANIMAL_PROTEINS(
                "Makanan lengkap ini memuat %d jenis protein hewani; paling sedikit %d",
                "This full meal has %d kinds of animal protein; at least %d are asked for");

        private final String indonesian;
        private final String english;

        Code(String indonesian, String english) {
            this.indonesian = indonesian;
            this.english = english;
        }

        private Warning warning(LocalDate week, @Nullable LocalDate day, int[] foundOfWanted, Locale locale) {
            String words = locale.getLanguage().equals("en") ? english : indonesian;
            return new Warning(
                    this,
                    week,
                    day,
                    foundOfWanted[0],
                    foundOfWanted[1],
                    words.formatted(foundOfWanted[0], foundOfWanted[1]));
        }
    }

    /** In the order of weeks and days. Weeks without any menu aren't judged: nothing was planned for them. */
    static List<Warning> of(Collection<Menu> menus, Requirements wanted, Locale locale) {
        Map<LocalDate, List<Menu>> weeks = new TreeMap<>();
        menus.stream()
                .sorted(Comparator.comparing(Menu::day))
                .forEach(menu -> weeks.computeIfAbsent(monday(menu.day()), _ -> new ArrayList<>())
                        .add(menu));
        List<Warning> warnings = new ArrayList<>();
        weeks.forEach((week, ofWeek) -> {
            List<Menu> meals = ofWeek.stream().filter(Menu::fullMeal).toList();
            if (meals.size() < wanted.fullMealsPerWeek()) {
                warnings.add(Code.TOO_FEW_FULL_MEALS.warning(
                        week, null, new int[] {meals.size(), wanted.fullMealsPerWeek()}, locale));
            }
            for (Menu meal : meals) {
                int proteins = proteins(meal, wanted);
                if (proteins < wanted.animalProteinsPerMeal()) {
                    warnings.add(Code.TOO_FEW_ANIMAL_PROTEINS.warning(
                            week, meal.day(), new int[] {proteins, wanted.animalProteinsPerMeal()}, locale));
                }
            }
        });
        return warnings;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Kinds, not portions: an egg in two dishes is one. */
    private static int proteins(Menu meal, Requirements wanted) {
        return (int) meal.dishes().stream()
                .flatMap(dish -> dish.proteins().stream())
                .filter(wanted.animalProteins()::contains)
                .distinct()
                .count();
    }
}
