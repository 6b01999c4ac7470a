package id.tumbuh.registry.family;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAlias;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.problem.RegistryProblem;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A family in JSON. Unknown facts are left out. */
@Schema(name = "Family", examples = """
        {"id": "0198c1a0-0000-7000-8000-000000000001", "area": "36.04.20.2006", "rw": "02", "rt": "005",
         "headName": "Budi Contoh", "welfareRank": 2,
         "conditions": {"drinkingWater": "UNPROTECTED_WELL", "latrine": "NONE", "wifeBirthDate": "1999-04-12",
                        "children": 2, "closestSpacingMonths": 30}}""")
record FamilyForm(
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

        @Nullable FamilyConditions conditions)
        implements RowForm<NewFamily> {

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
                Faults.between(0, 30, "/conditions/children", known.children()),
                Faults.between(0, 600, "/conditions/closestSpacingMonths", known.closestSpacingMonths()));
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
                known());
    }

    private FamilyConditions known() {
        return conditions == null ? FamilyConditions.unknown() : conditions;
    }

    @Override
    public String toString() {
        return "FamilyForm[" + id + "]";
    }
}
