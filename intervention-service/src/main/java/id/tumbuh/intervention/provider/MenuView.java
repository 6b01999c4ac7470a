package id.tumbuh.intervention.provider;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day's menu as it is answered. */
@Schema(name = "Menu")
record MenuView(LocalDate day, boolean fullMeal, List<DishView> dishes, long version) {
    static final String EXAMPLE = """
            {"day": "2026-08-17", "fullMeal": true, "dishes": [{"name": "Nasi tim ayam telur", "animalProteins": ["CHICKEN", "EGG"]}],
             "version": 1}""";

    MenuView {
        dishes = List.copyOf(dishes);
    }

    @Schema(name = "Dish")
    record DishView(String name, List<String> animalProteins) {
        DishView {
            animalProteins = List.copyOf(animalProteins);
        }
    }

    /** Menus with what they fall short of. */
    @Schema(name = "Menus")
    record Menus(List<MenuView> menus, List<MenuCheck.Warning> warnings) {
        static final String EXAMPLE_TEXT = """
                {"menus": [{"day": "2026-08-17", "fullMeal": true, "dishes": [{"name": "Telur balado", "animalProteins": ["EGG"]}],
                 "version": 1}], "warnings": [{"code": "TOO_FEW_ANIMAL_PROTEINS", "week": "2026-08-17", "day": "2026-08-17",
                 "found": 1, "wanted": 2, "words": "Makanan lengkap ini memuat 1 jenis protein hewani; paling sedikit 2"}]}""";

        Menus {
            menus = List.copyOf(menus);
            warnings = List.copyOf(warnings);
        }
    }

    static MenuView of(Menu menu) {
        return new MenuView(
                menu.day(),
                menu.fullMeal(),
                menu.dishes().stream()
                        .map(dish -> new DishView(dish.name(), dish.proteins()))
                        .toList(),
                menu.version());
    }
}
