package id.tumbuh.intervention.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MenuCheckTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 17);
    private static final MenuCheck.Requirements WANTED =
            new MenuCheck.Requirements(1, 2, Set.of("EGG", "CHICKEN", "FISH"));

    @Test
    void oneFullMealAWeekWithTwoAnimalProteinsIsEnough() {
        assertThat(check(menu(0, true, "EGG", "CHICKEN"), menu(1, false, "EGG")))
                .isEmpty();
    }

    @Test
    void aWeekOfSnacksIsWarnedOf() {
        assertThat(check(menu(0, false, "EGG", "CHICKEN")))
                .containsExactly(new MenuCheck.Warning(
                        MenuCheck.Code.TOO_FEW_FULL_MEALS,
                        MONDAY,
                        null,
                        0,
                        1,
                        "0 full meals in this week; at least 1 are asked for"));
    }

    @Test
    void theSameProteinTwiceIsOne() {
        assertThat(check(menu(2, true, "EGG", "EGG")))
                .singleElement()
                .returns(MenuCheck.Code.TOO_FEW_ANIMAL_PROTEINS, MenuCheck.Warning::code)
                .returns(1, MenuCheck.Warning::found)
                .returns(MONDAY.plusDays(2), MenuCheck.Warning::day);
    }

    @Test
    void tempeIsNoAnimalProtein() {
        assertThat(check(menu(2, true, "EGG", "TEMPE"))).hasSize(1);
    }

    @Test
    void sundayBelongsToTheWeekBeforeAndMondayToTheNext() {
        assertThat(check(menu(6, true, "EGG", "FISH"), menu(0, false, "EGG"))).isEmpty();
        assertThat(check(menu(6, true, "EGG", "FISH"), menu(7, false, "EGG")))
                .singleElement()
                .returns(MONDAY.plusDays(7), MenuCheck.Warning::week);
    }

    @Test
    void aWeekOfWhichNothingIsPlannedIsNotJudged() {
        assertThat(check(menu(0, true, "EGG", "FISH"), menu(14, true, "EGG", "FISH")))
                .isEmpty();
    }

    private static List<MenuCheck.Warning> check(Menu... menus) {
        return MenuCheck.of(List.of(menus), WANTED, Locale.ENGLISH);
    }

    private static Menu menu(int day, boolean fullMeal, String... proteins) {
        return new Menu(MONDAY.plusDays(day), fullMeal, List.of(new Menu.Dish("Nasi tim", List.of(proteins))), 1);
    }
}
