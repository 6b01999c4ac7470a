package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the level above says, as it is written in JSON. */
@Schema(name = "EvaluationRemarks", examples = RemarksForm.EXAMPLE)
public record RemarksForm(@Nullable String remarks) implements Form {
    static final String EXAMPLE = """
            {"remarks": "Cakupan Kecamatan Utara hanya 41%; jelaskan dan ukur ulang."}""";

    @Override
    public Optional<Problem.Violation> fault() {
        return DraftForm.text("/remarks", remarks);
    }

    /** Null without any. */
    public @Nullable String value() {
        String text = DraftForm.stripped(remarks);
        return text.isEmpty() ? null : text;
    }
}
