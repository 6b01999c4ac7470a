package id.tumbuh.intervention.provider;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A day's menu as it is sent. */
@Schema(name = "MenuOfDay")
record MenuForm(
        @Schema(description = "A meal with staple, protein, vegetables and fruit; else a snack") @Nullable
        Boolean fullMeal,

        @Nullable List<@Nullable DishForm> dishes)
        implements Form {
    static final String EXAMPLE = """
            {"fullMeal": true, "dishes": [{"name": "Nasi tim ayam telur", "animalProteins": ["CHICKEN", "EGG"]},
             {"name": "Sayur bayam", "animalProteins": []}]}""";
    private static final int MOST_DISHES = 20;
    private static final int MOST_NAME = 100;
    private static final int MOST_PROTEINS = 10;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    MenuForm {
        dishes = dishes == null ? null : dishes.stream().toList();
    }

    @Schema(name = "DishOfMenu")
    record DishForm(
            @Schema(examples = "Nasi tim ayam telur") @Nullable
            String name,

            @Schema(description = "By the codes of the rule `menu.requirements`", examples = "[\"CHICKEN\", \"EGG\"]")
            @Nullable
            List<@Nullable String> animalProteins) {
        DishForm {
            animalProteins =
                    animalProteins == null ? null : animalProteins.stream().toList();
        }
    }

    @Override
    public Optional<Problem.Violation> fault() {
        if (fullMeal == null) {
            return Texts.fault("/fullMeal", CommonProblem.REQUIRED);
        }
        if (dishes == null || dishes.isEmpty()) {
            return Texts.fault("/dishes", CommonProblem.REQUIRED);
        }
        if (dishes.size() > MOST_DISHES) {
            return Texts.fault("/dishes", CommonProblem.TOO_MANY_ROWS);
        }
        for (int index = 0; index < dishes.size(); index++) {
            Optional<Problem.Violation> fault = fault("/dishes/" + index, dishes.get(index));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    Menu menu(LocalDate day, long version) {
        return new Menu(
                day,
                requireNonNull(fullMeal),
                requireNonNull(dishes).stream()
                        .map(dish -> new Menu.Dish(
                                requireNonNull(requireNonNull(dish).name()).strip(), proteins(dish)))
                        .toList(),
                version);
    }

    private static List<String> proteins(DishForm dish) {
        return requireNonNullElse(dish.animalProteins(), List.<@Nullable String>of()).stream()
                .map(code -> requireNonNull(code))
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Problem.Violation> fault(String pointer, @Nullable DishForm dish) {
        if (dish == null) {
            return Texts.fault(pointer, CommonProblem.REQUIRED);
        }
        Optional<Problem.Violation> name = Texts.text(pointer + "/name", dish.name(), MOST_NAME);
        if (name.isPresent() || dish.animalProteins() == null) {
            return name;
        }
        boolean codes = dish.animalProteins().size() <= MOST_PROTEINS
                && dish.animalProteins().stream()
                        .allMatch(code -> code != null && CODE.matcher(code).matches());
        return codes ? Optional.empty() : Texts.fault(pointer + "/animalProteins", CommonProblem.WRONG_TYPE);
    }
}
