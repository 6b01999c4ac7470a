package id.tumbuh.registry.family;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A move in JSON. */
@Schema(name = "FamilyMove", examples = """
        {"area": "36.04.20.2001", "rw": "01", "rt": "003", "address": "Gang Contoh 4", "effectiveOn": "2026-03-01"}""")
record MoveForm(
        @Nullable String area,
        @Nullable String rw,
        @Nullable String rt,
        @Nullable String address,
        @Nullable LocalDate effectiveOn)
        implements Form {

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/area", area),
                Faults.area("/area", area),
                Faults.atMost(5, "/rw", rw),
                Faults.atMost(5, "/rt", rt),
                Faults.atMost(300, "/address", address),
                Faults.required("/effectiveOn", effectiveOn));
    }

    @Override
    public String toString() {
        return "MoveForm[…]";
    }
}
