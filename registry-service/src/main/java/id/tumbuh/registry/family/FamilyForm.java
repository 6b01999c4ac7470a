package id.tumbuh.registry.family;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A family in JSON. Unknown facts are left out. */
@Schema(name = "Family", examples = """
        {"id": "0198c1a0-0000-7000-8000-000000000001", "area": "36.04.20.2006", "rw": "02", "rt": "005",
         "headName": "Budi Contoh", "welfareRank": 2,
         "conditions": {"drinkingWater": "UNPROTECTED_WELL", "latrine": "NONE", "wifeBirthDate": "1999-04-12",
                        "children": 2, "closestSpacingMonths": 30}}""")
public record FamilyForm(
        @Nullable UUID id,
        @JsonAlias("areaCode") @Nullable String area,
        @Nullable String rw,
        @Nullable String rt,
        @Nullable String headName,

        @Schema(description = "No KK, 16 digits; never answered back") @Nullable
        String cardNumber,

        @Nullable String phone,
        @Nullable String address,

        @Schema(description = "Desil of welfare, 1 is poorest") @Nullable
        Integer welfareRank,

        @Nullable FamilyConditions conditions,

        @Schema(description = "When the conditions were found out; today if left out") @Nullable
        LocalDate observedOn,

        @Schema(description = "Who found them out", examples = "PENDATAAN_KELUARGA") @Nullable
        String source)
        implements RowForm<NewFamily> {

    private static final Pattern SOURCE = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");

    @Override
    public Optional<Registration.Invalid> fault() {
        FamilyConditions known = known();
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/area", area),
                Faults.area("/area", area),
                Faults.atMost(5, "/rw", rw),
                Faults.atMost(5, "/rt", rt),
                Faults.atMost(100, "/headName", headName),
                Faults.unless(
                        cardNumber == null || FamilyCardNumber.isValid(cardNumber),
                        RegistryProblem.FAMILY_CARD_INVALID,
                        "/cardNumber"),
                Faults.atMost(20, "/phone", phone),
                Faults.atMost(300, "/address", address),
                Faults.between(1, 10, "/welfareRank", welfareRank),
                fault("/conditions", known),
                Faults.unless(source == null || isSource(source), CommonProblem.OUT_OF_RANGE, "/source"),
                Faults.unless(source == null || observedOn != null, CommonProblem.REQUIRED, "/observedOn"));
    }

    @Override
    public NewFamily value() {
        return new NewFamily(
                requireNonNull(id),
                new AreaCode(requireNonNull(area)),
                rw,
                rt,
                headName,
                cardNumber == null ? null : new FamilyCardNumber(cardNumber),
                phone,
                address,
                welfareRank,
                known(),
                observedOn == null ? null : new NewFamily.Origin(observedOn, source));
    }

    static Optional<Registration.Invalid> fault(String at, FamilyConditions known) {
        return Faults.first(
                Faults.between(0, 30, at + "/children", known.children()),
                Faults.between(0, 600, at + "/closestSpacingMonths", known.closestSpacingMonths()));
    }

    /** A word, so that nobody's name stands in it. */
    static boolean isSource(String text) {
        return SOURCE.matcher(text).matches();
    }

    private FamilyConditions known() {
        return conditions == null ? FamilyConditions.unknown() : conditions;
    }

    @Override
    public String toString() {
        return "FamilyForm[" + id + "]";
    }
}
