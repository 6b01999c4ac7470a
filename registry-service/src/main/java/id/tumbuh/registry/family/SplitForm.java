package id.tumbuh.registry.family;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A split in JSON: the new family as in a registration, and the ids of the children and members who become it. */
@Schema(name = "FamilySplit", examples = """
        {"family": {"id": "0198c1a0-0000-7000-8000-000000000009", "area": "36.04.20.2006", "rw": "02", "rt": "005"},
         "persons": ["0198c1a0-0000-7000-8000-000000000002"], "effectiveOn": "2026-03-01"}""")
record SplitForm(
        @Nullable FamilyForm family,
        @Nullable List<UUID> persons,
        @Nullable LocalDate effectiveOn) implements Form {
    private static final int MOST = 50;

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                        Faults.required("/family", family),
                        Faults.required("/persons", persons),
                        Faults.between(1, MOST, "/persons", persons == null ? null : persons.size()),
                        Faults.required("/effectiveOn", effectiveOn))
                .or(() -> family == null
                        ? Optional.empty()
                        : family.fault()
                                .map(fault -> new Registration.Invalid(fault.reason(), "/family" + fault.field())));
    }
}
