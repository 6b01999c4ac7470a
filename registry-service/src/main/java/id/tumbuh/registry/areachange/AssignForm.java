package id.tumbuh.registry.areachange;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who lives in a part: an RW (and RT), or families by their ids; and which posyandu are there. */
@Schema(name = "AreaAssignment", examples = """
        {"successor": "36.04.20.2010", "rw": "02", "rt": "005"}""")
record AssignForm(
        @Nullable String successor,
        @Nullable String rw,
        @Nullable String rt,
        @Nullable List<UUID> families,
        @Nullable List<UUID> posyandu)
        implements Form {
    private static final int MOST = 1000;

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/successor", successor),
                Faults.area("/successor", successor),
                Faults.atMost(5, "/rw", rw),
                Faults.atMost(5, "/rt", rt),
                Faults.unless(rt == null || rw != null, CommonProblem.REQUIRED, "/rw"),
                Faults.unless(rw == null || families == null, CommonProblem.OUT_OF_RANGE, "/families"),
                Faults.unless(rw != null || families != null || posyandu != null, CommonProblem.REQUIRED, "/families"),
                Faults.between(0, MOST, "/families", families == null ? null : families.size()),
                Faults.between(0, MOST, "/posyandu", posyandu == null ? null : posyandu.size()));
    }
}
