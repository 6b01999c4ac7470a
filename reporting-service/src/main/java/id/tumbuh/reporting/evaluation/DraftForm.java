package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.reporting.statement.Faults;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The words of a report as they are written in JSON; a draft may still lack them. */
@Schema(name = "EvaluationDraft", examples = DraftForm.EXAMPLE)
public record DraftForm(
        @Nullable String obstacles, @Nullable String followUp) implements Form {
    static final String EXAMPLE = """
            {"obstacles": "Tiga posyandu tidak mempunyai alat ukur panjang badan.",
             "followUp": "Dinkes mengirim alat ukur sebelum Februari; pengukuran ulang di 12 posyandu."}""";
    private static final int LONGEST = 4_000;
    /** What neither the database nor a paper has a place for. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\p{Cs}\\uFFFE\\uFFFF]");

    @Override
    public Optional<Problem.Violation> fault() {
        return Faults.first(text("/obstacles", obstacles), text("/followUp", followUp));
    }

    static Optional<Problem.Violation> text(String pointer, @Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Faults.text(pointer, text, LONGEST);
    }

    Evaluation.Texts value() {
        return new Evaluation.Texts(stripped(obstacles), stripped(followUp));
    }

    /** A form sends lines with CRLF, and a JSON body with LF: both say the same. */
    static String stripped(@Nullable String text) {
        return text == null
                ? ""
                : CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll(" ").strip();
    }
}
