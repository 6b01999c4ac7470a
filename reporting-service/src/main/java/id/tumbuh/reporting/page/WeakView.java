package id.tumbuh.reporting.page;

import id.tumbuh.reporting.quality.WeakPosyandu;
import id.tumbuh.reporting.reconciliation.Compared;
import id.tumbuh.reporting.reconciliation.Numbers;
import id.tumbuh.reporting.reconciliation.Reconciliation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The posyandu to measure again first, with the reasons in words. */
record WeakView(SurveyMessages words, Numbers numbers) {
    private static final int SHORT = 8;

    List<SurveyPage.Weak> of(Compared compared, Map<UUID, String> names) {
        List<SurveyPage.Weak> weak = new ArrayList<>();
        for (WeakPosyandu one : compared.remeasureFirst()) {
            String id = one.posyanduId().toString();
            weak.add(new SurveyPage.Weak(
                    weak.size() + 1,
                    names.getOrDefault(one.posyanduId(), words.unnamed(id.substring(id.length() - SHORT))),
                    one.areaName() == null ? one.area() : one.areaName(),
                    numbers.count(one.measured()),
                    one.signs().stream()
                            .map(sign -> reason(sign, compared.between()))
                            .toList()));
        }
        return weak;
    }

    String reason(WeakPosyandu.Sign sign, @Nullable Reconciliation between) {
        String share = numbers.roughly(sign.value());
        return switch (sign.code()) {
            case "NO_CASE" -> noCase(sign, between);
            case "ROUNDED_HEIGHTS" -> words.roundedHeights(share);
            case "ROUNDED_WEIGHTS" -> words.roundedWeights(share);
            case "SPREAD" ->
                words.spread(numbers.decimal(BigDecimal.valueOf(sign.value() == null ? 0 : sign.value()), 2));
            case "IMPLAUSIBLE" -> words.implausible(numbers.share(sign.value()));
            case "REPEATS" -> words.repeats(share);
            case "SHRUNK" -> words.shrunk(share);
            case "POSITION_AGAINST_AGE" -> words.position(share);
            // a sign that measurement-service knows and this service not yet
            default -> sign.code();
        };
    }

    private String noCase(WeakPosyandu.Sign sign, @Nullable Reconciliation between) {
        String children = numbers.count(sign.denominator());
        return between == null
                ? words.noneStuntedAtAll(children)
                : words.noneStunted(
                        children, numbers.count(Reconciliation.expected(between.survey(), sign.denominator())));
    }
}
