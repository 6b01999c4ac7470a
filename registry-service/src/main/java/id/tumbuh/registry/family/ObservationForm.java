package id.tumbuh.registry.family;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.screening.Contraception;
import id.tumbuh.registry.screening.DrinkingWater;
import id.tumbuh.registry.screening.Latrine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An observation in JSON. */
@Schema(name = "NewFamilyObservation", examples = """
        {"id": "0198c1a0-0000-7000-8000-00000000000a", "observedOn": "2026-02-10", "source": "VERVAL_KRS",
         "facts": {"latrine": "SEPTIC_TANK", "pregnant": null}}""")
record ObservationForm(
        @Nullable UUID id,
        @Nullable LocalDate observedOn,
        @Nullable String source,
        @Nullable Facts facts) implements Form {

    /** What was found out; a field that is left out says nothing, a null takes the fact away. */
    @Schema(name = "ObservedFacts")
    record Facts(
            @Nullable DrinkingWater drinkingWater,
            @Nullable Latrine latrine,
            @Nullable Contraception contraception,
            @Nullable LocalDate wifeBirthDate,
            @Nullable Boolean pregnant,
            @Nullable Integer children,
            @Nullable Integer closestSpacingMonths,
            @Nullable LocalDate youngestChildBirthDate,
            @Nullable Integer welfareRank) {

        private FamilyConditions conditions() {
            return new FamilyConditions(
                    drinkingWater,
                    latrine,
                    contraception,
                    wifeBirthDate,
                    pregnant,
                    children,
                    closestSpacingMonths,
                    youngestChildBirthDate);
        }
    }

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                        Faults.required("/id", id),
                        Faults.required("/observedOn", observedOn),
                        Faults.required("/facts", facts),
                        Faults.unless(
                                source == null || FamilyForm.isSource(source), CommonProblem.OUT_OF_RANGE, "/source"))
                .or(() -> facts == null
                        ? Optional.empty()
                        : FamilyForm.fault("/facts", facts.conditions())
                                .or(() -> Faults.between(1, 10, "/facts/welfareRank", facts.welfareRank())));
    }

    /** @param given the facts as they were sent: which of them were there */
    FamilyObservation of(UUID family, JsonNode given, ObjectMapper json) {
        ObjectNode read = json.valueToTree(requireNonNull(facts));
        List<String> named = new ArrayList<>();
        given.fieldNames().forEachRemaining(named::add);
        return new FamilyObservation(
                requireNonNull(id), family, requireNonNull(observedOn), source, read.retain(named));
    }
}
