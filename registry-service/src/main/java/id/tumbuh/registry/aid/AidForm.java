package id.tumbuh.registry.aid;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Aid in JSON: for the families named, or for so many of those at risk, the poorest first. */
@Schema(name = "NewAid", examples = """
        {"id": "0198c1a0-0000-7000-8000-0000000000d1", "area": "36.04.20.2006", "kind": "GROCERIES",
         "giverKind": "LOCAL_GOVERNMENT", "giver": "bkkbn-banten", "heldOn": "2026-11-20", "poorest": 30}""")
record AidForm(
        @Nullable UUID id,
        @Nullable String area,
        @Nullable String kind,
        @Nullable String giverKind,
        @Nullable String giver,
        @Nullable LocalDate heldOn,
        @Nullable List<UUID> families,
        @Nullable Integer poorest)
        implements Form {
    /** Sixteen digits in a row are a NIK. */
    private static final Pattern GIVER = Pattern.compile("(?!.*\\d{16})[a-z0-9][a-z0-9.-]{0,63}");

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/area", area),
                Faults.area("/area", area),
                Faults.required("/kind", kind),
                Faults.required("/giverKind", giverKind),
                Faults.required("/giver", giver),
                Faults.unless(giver == null || GIVER.matcher(giver).matches(), AidProblem.AID_GIVER_INVALID, "/giver"),
                Faults.required("/heldOn", heldOn),
                Faults.unless((families == null) != (poorest == null), AidProblem.AID_FOR_WHOM, "/families"),
                Faults.unless(
                        families == null || (!families.isEmpty() && !families.contains(null)),
                        CommonProblem.OUT_OF_RANGE,
                        "/families"),
                Faults.unless(poorest == null || poorest > 0, CommonProblem.OUT_OF_RANGE, "/poorest"));
    }

    NewAid value() {
        return new NewAid(
                requireNonNull(id),
                new AreaCode(requireNonNull(area)),
                requireNonNull(kind),
                new NewAid.Giver(requireNonNull(giverKind), requireNonNull(giver)),
                requireNonNull(heldOn),
                requireNonNullElse(families, List.of()),
                poorest);
    }
}
