package id.tumbuh.intervention.provider;

import java.time.LocalDate;
import java.util.List;

/**
 * What a provider cooks on a day.
 *
 * @param fullMeal a meal with staple, protein, vegetables and fruit, or else a snack
 * @param version grows by 1 with every change
 */
record Menu(LocalDate day, boolean fullMeal, List<Dish> dishes, long version) {
    Menu {
        dishes = List.copyOf(dishes);
    }

    /** @param proteins the animal proteins in it, by the codes of the rule */
    record Dish(String name, List<String> proteins) {
        Dish {
            proteins = List.copyOf(proteins);
        }
    }

    boolean sameAs(Menu other) {
        return day.equals(other.day) && fullMeal == other.fullMeal && dishes.equals(other.dishes);
    }
}
