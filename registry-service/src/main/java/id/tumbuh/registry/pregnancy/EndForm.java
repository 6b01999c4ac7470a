package id.tumbuh.registry.pregnancy;

import static java.util.Objects.requireNonNull;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The end of a pregnancy in JSON. */
@Schema(name = "PregnancyEnd", examples = """
        {"endedOn": "2026-09-05", "outcome": "LIVE_BIRTH",
         "children": [{"id": "0198c1a0-0000-7000-8000-000000000007", "sex": "L", "birthWeightGrams": 2900}]}""")
record EndForm(
        @Nullable LocalDate endedOn,
        @Nullable Outcome outcome,

        @Schema(description = "Born alive; registered by this request") @Nullable
        List<Newborn> children,

        @Schema(description = "Born alive and registered before") @Nullable
        List<UUID> registeredChildren)
        implements Form {
    private static final int MOST = 10;

    @Override
    public Optional<Registration.Invalid> fault() {
        Optional<Registration.Invalid> fault = Faults.first(
                Faults.required("/endedOn", endedOn),
                Faults.required("/outcome", outcome),
                Faults.between(0, MOST, "/children", newborns().size()),
                Faults.between(0, MOST, "/registeredChildren", registered().size()));
        for (int child = 0; fault.isEmpty() && child < newborns().size(); child++) {
            String at = "/children/" + child;
            fault = newborns()
                    .get(child)
                    .fault()
                    .map(inside -> new Registration.Invalid(inside.reason(), at + inside.field()));
        }
        return fault;
    }

    ChangePregnancy.Birth of(UUID pregnancy) {
        return new ChangePregnancy.Birth(
                pregnancy,
                new KnownPregnancy.End(requireNonNull(endedOn), requireNonNull(outcome)),
                newborns(),
                registered());
    }

    private List<Newborn> newborns() {
        return children == null ? List.of() : children;
    }

    private List<UUID> registered() {
        return registeredChildren == null ? List.of() : registeredChildren;
    }

    @Override
    public String toString() {
        return "EndForm[…]";
    }
}
