package id.tumbuh.intervention.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A proposal as it is answered, with its reasons in a sentence. */
@Schema(name = "Proposal")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposalView(
        UUID needId,
        UUID sponsorId,
        String area,

        @Schema(description = "In the order in which needs should be helped")
        int place,

        int points,
        String sentence,
        List<Reason> reasons,

        @Schema(description = "`HELD`, or why it could not be held; absent while nobody decided") @Nullable
        String outcome) {
    static final String EXAMPLE = """
            {"needId": "3f2a2f57-7d2e-3c0d-9a52-7d1e3f0a5b11", "sponsorId": "0198c1a0-0000-7000-8000-0000000000d1",
             "area": "36.04.20.2006", "place": 1, "points": 350,
             "sentence": "Diusulkan karena peringkat mendesak 110; di wilayah yang diinginkan orang tua asuh; lintas kecamatan.",
             "reasons": [{"code": "RANK", "figure": 110}, {"code": "WISH"}, {"code": "OTHER_KECAMATAN"}]}""";

    ProposalView {
        reasons = List.copyOf(reasons);
    }

    static ProposalView of(Proposal proposal, Locale locale) {
        return new ProposalView(
                proposal.needId(),
                proposal.sponsorId(),
                proposal.area(),
                proposal.place(),
                proposal.points(),
                Reason.sentence(proposal.reasons(), locale),
                proposal.reasons(),
                proposal.outcome());
    }
}
