package id.tumbuh.intervention.provider;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A provider as it is sent. */
@Schema(name = "ProviderFacts")
record ProviderForm(
        Provider.@Nullable Kind kind,

        @Schema(description = "Of the kitchen or group, not of a person", examples = "Dapur Sehat Melati") @Nullable
        String name,

        @Schema(examples = "36.04.20.2006") @Nullable String area,
        @Schema(examples = "60") @Nullable Integer mealsPerDay,

        @Schema(description = "True when left out") @Nullable
        Boolean active)
        implements Form {
    static final String EXAMPLE = """
            {"kind": "DASHAT", "name": "Dapur Sehat Melati", "area": "36.04.20.2006", "mealsPerDay": 60}""";
    private static final int MOST_NAME = 200;
    private static final int MOST_MEALS = 100_000;

    @Override
    public Optional<Problem.Violation> fault() {
        return Stream.of(Texts.required("/kind", kind), Texts.text("/name", name, MOST_NAME), areaFault(), meals())
                .flatMap(Optional::stream)
                .findFirst();
    }

    Provider.Facts facts() {
        return new Provider.Facts(
                requireNonNull(kind),
                requireNonNull(name).strip(),
                new AreaCode(requireNonNull(area)),
                requireNonNull(mealsPerDay),
                active == null || active);
    }

    private Optional<Problem.Violation> areaFault() {
        if (area == null) {
            return Texts.fault("/area", CommonProblem.REQUIRED);
        }
        return AreaCode.isValid(area) ? Optional.empty() : Texts.fault("/area", CommonProblem.INVALID_AREA);
    }

    private Optional<Problem.Violation> meals() {
        if (mealsPerDay == null) {
            return Texts.fault("/mealsPerDay", CommonProblem.REQUIRED);
        }
        return mealsPerDay < 0 || mealsPerDay > MOST_MEALS
                ? Texts.fault("/mealsPerDay", CommonProblem.OUT_OF_RANGE)
                : Optional.empty();
    }
}
