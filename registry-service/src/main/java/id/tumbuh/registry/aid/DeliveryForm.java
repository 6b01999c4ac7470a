package id.tumbuh.registry.aid;

import static java.util.Objects.requireNonNull;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the aid for one family; the id is the family's. */
@Schema(name = "AidDelivery", examples = """
        {"id": "0198c1a0-0000-7000-8000-000000000001", "outcome": "MISSED", "reason": "NOT_AT_HOME"}""")
record DeliveryForm(
        @Nullable UUID id,
        @Nullable Outcome outcome,
        @Nullable String reason) implements RowForm<DeliveryForm.Delivery> {

    /** Whether it has reached the family. */
    enum Outcome {
        DELIVERED,
        MISSED
    }

    record Delivery(UUID family, Outcome outcome, @Nullable String reason) {}

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/outcome", outcome),
                Faults.unless(
                        outcome == null || (outcome == Outcome.MISSED) == (reason != null),
                        AidProblem.AID_REASON_INVALID,
                        "/reason"));
    }

    @Override
    public Delivery value() {
        return new Delivery(requireNonNull(id), requireNonNull(outcome), reason);
    }
}
