package id.tumbuh.registry.search;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.identity.NikReading;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.RiskFactor;
import id.tumbuh.registry.screening.TargetCategory;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is looked for. A NIK, a family card or a name; or what families of an area have in common. */
@Schema(name = "FamilySearch", examples = """
        {"area": "36.04.20", "name": "moh rizky", "atRisk": true}""")
record SearchForm(
        @Schema(description = "Of anybody in the family; stands alone") @Nullable
        String nik,

        @Schema(description = "No KK; stands alone") @Nullable
        String cardNumber,

        @Schema(description = "Of the head, a child or a member; spelling and one slip a word don't matter") @Nullable
        String name,

        @Schema(description = "A kabupaten or smaller; not needed with nik or cardNumber") @Nullable
        String area,

        @Schema(description = "Inside of one desa only") @Nullable
        String rw,

        @Schema(description = "Inside of one desa only") @Nullable
        String rt,

        @Nullable UUID posyanduId,
        @Nullable Boolean atRisk,
        @Nullable RiskFactor riskFactor,
        @Nullable TargetCategory targetCategory,

        @Schema(description = "Desil 1 is poorest") @Nullable
        Integer welfareRankAtMost,

        @Schema(description = "Families with a stunted child") @Nullable
        Boolean stuntedChild,

        @Schema(description = "true: families whom no companion team takes care of; false: those with one") @Nullable
        Boolean unassigned,

        @Schema(description = "AREA (default), or URGENCY: a severely stunted child, a stunted one, then the poorest")
        @Nullable
        Order order,

        @Nullable Integer limit,
        @Nullable String after)
        implements Form {
    private static final int SHORTEST_NAME = 3;
    static final int MOST = 100;

    /** In which order families are answered; by a name the most alike come first. */
    enum Order {
        AREA,
        URGENCY
    }

    @Override
    public Optional<Registration.Invalid> fault() {
        boolean byNumber = nik != null || cardNumber != null;
        return Faults.first(
                Faults.unless(nik == null || NikReading.of(nik) instanceof NikReading.Complete, nikFault(), "/nik"),
                Faults.unless(
                        cardNumber == null || FamilyCardNumber.isValid(cardNumber),
                        RegistryProblem.FAMILY_CARD_INVALID,
                        "/cardNumber"),
                Faults.atMost(100, "/name", name),
                Faults.unless(
                        name == null || name.strip().length() >= SHORTEST_NAME, RegistryProblem.SEARCH_EMPTY, "/name"),
                Faults.area("/area", area),
                Faults.unless(byNumber || isKabupatenOrSmaller(), RegistryProblem.SEARCH_TOO_WIDE, "/area"),
                Faults.unless((rw == null && rt == null) || isDesa(), RegistryProblem.SEARCH_NEEDS_DESA, "/rw"),
                Faults.between(1, 10, "/welfareRankAtMost", welfareRankAtMost),
                Faults.between(1, MOST, "/limit", limit),
                Faults.unless(order == null || name == null, CommonProblem.OUT_OF_RANGE, "/order"));
    }

    private RegistryProblem nikFault() {
        return NikReading.of(nik) instanceof NikReading.Masked
                ? RegistryProblem.NIK_MASKED
                : RegistryProblem.NIK_INVALID;
    }

    private boolean isKabupatenOrSmaller() {
        return area != null && AreaCode.isValid(area) && new AreaCode(area).level() != AreaLevel.PROVINSI;
    }

    private boolean isDesa() {
        return area != null && AreaCode.isValid(area) && new AreaCode(area).level() == AreaLevel.DESA_KELURAHAN;
    }

    int most() {
        return limit == null ? 20 : limit;
    }

    Order orderOrDefault() {
        return order == null ? Order.AREA : order;
    }

    @Override
    public String toString() {
        return "SearchForm[…]";
    }
}
