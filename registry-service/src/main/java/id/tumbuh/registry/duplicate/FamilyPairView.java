package id.tumbuh.registry.duplicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.sameperson.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two families that may be one, with the reasons, without names. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FamilyPair")
record FamilyPairView(
        UUID family,
        AreaCode area,

        @Schema(description = "The older registration") UUID other,

        AreaCode itsArea,

        @Schema(description = "The older registration, if both have one card") @Nullable
        UUID sameCardAs,

        List<DuplicateView.Reason> reasons,

        @Schema(description = "Bits of evidence of all persons that they share", examples = "71.4") @Nullable
        Double score,

        List<SharedPerson> persons) {

    /** Somebody of both families; {@code GET /v1/duplicates/{duplicate}} shows the two by name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SharedPerson")
    record SharedPerson(
            PersonKind kind,
            UUID one,
            UUID other,

            @Schema(description = "MERGED, or OPEN while nobody has decided")
            DuplicatePages.State state,

            @Nullable UUID duplicate,
            @Nullable Double score,
            List<DuplicateView.Reason> evidence) {

        static SharedPerson of(FamilyPair.Shared shared, Locale locale) {
            return new SharedPerson(
                    shared.kind(),
                    shared.one(),
                    shared.other(),
                    shared.state(),
                    shared.duplicate(),
                    shared.score() == null ? null : DuplicateView.rounded(shared.score()),
                    Objects.requireNonNullElse(shared.evidence(), List.<Evidence>of()).stream()
                            .map(evidence -> DuplicateView.reason(evidence, locale))
                            .toList());
        }
    }

    static FamilyPairView of(FamilyPair pair, Locale locale) {
        double bits = pair.shared().stream()
                .mapToDouble(shared -> shared.score() == null ? 0 : shared.score())
                .sum();
        return new FamilyPairView(
                pair.family(),
                pair.area(),
                pair.other(),
                pair.itsArea(),
                pair.isOneCard() ? pair.other() : null,
                reasons(pair, locale),
                pair.shared().isEmpty() ? null : DuplicateView.rounded(bits),
                pair.shared().stream()
                        .map(shared -> SharedPerson.of(shared, locale))
                        .toList());
    }

    private static List<DuplicateView.Reason> reasons(FamilyPair pair, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        List<DuplicateView.Reason> reasons = new ArrayList<>();
        if (pair.isOneCard()) {
            reasons.add(new DuplicateView.Reason(
                    "SAME_CARD", null, english ? "Both have one family card number." : "Nomor KK keduanya sama."));
        }
        long joined = pair.shared().stream()
                .filter(shared -> shared.state() == DuplicatePages.State.MERGED)
                .count();
        long likely = pair.shared().size() - joined;
        if (joined > 0) {
            reasons.add(new DuplicateView.Reason(
                    "JOINED_PERSONS",
                    null,
                    english
                            ? "Persons of both were found to be one: " + joined + "."
                            : "Orang di keduanya ternyata sama: " + joined + "."));
        }
        if (likely > 0) {
            reasons.add(new DuplicateView.Reason(
                    "LIKELY_SAME_PERSONS",
                    null,
                    english
                            ? "Persons of both are likely to be one: " + likely + "."
                            : "Orang di keduanya mungkin sama: " + likely + "."));
        }
        return reasons;
    }
}
