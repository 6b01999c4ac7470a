package id.tumbuh.registry.posyandu;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Pages;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A posyandu in JSON. */
@Schema(name = "Posyandu", examples = """
                {"id": "0198c1a0-0000-7000-8000-000000000003", "area": "36.04.20.2006", "name": "Posyandu Melati 1"}""")
record PosyanduForm(
        @Nullable UUID id,
        @JsonAlias("areaCode") @Nullable String area,
        @Nullable String name) implements RowForm<Posyandu> {

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/area", area),
                Faults.area("/area", area),
                Faults.required("/name", name),
                Faults.unless(name == null || PosyanduName.isValid(name), CommonProblem.OUT_OF_RANGE, "/name"));
    }

    Pages.Position position() {
        return new Pages.Position(requireNonNull(area), requireNonNull(id));
    }

    @Override
    public Posyandu value() {
        return new Posyandu(
                requireNonNull(id), new AreaCode(requireNonNull(area)), new PosyanduName(requireNonNull(name)));
    }
}
