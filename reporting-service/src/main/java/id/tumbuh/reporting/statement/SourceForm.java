package id.tumbuh.reporting.statement;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A source as it is written in JSON. */
public record SourceForm(
        @Nullable String author,
        @Nullable String title,
        @Nullable LocalDate publishedOn,
        @Nullable String url) {
    private static final int LONGEST = 300;
    private static final int LONGEST_URL = 500;
    /** It becomes a link on a page. */
    private static final Pattern URL = Pattern.compile("https?://[^\\s\"<>]+");

    public Optional<Problem.Violation> fault() {
        return checks().flatMap(Optional::stream).findFirst();
    }

    /** Each of them, whatever the others say. */
    public Stream<Optional<Problem.Violation>> checks() {
        return Stream.of(
                Faults.text("/source/author", author, LONGEST),
                Faults.text("/source/title", title, LONGEST),
                Faults.unless(
                        url == null
                                || (url.length() <= LONGEST_URL
                                        && URL.matcher(url).matches()),
                        CommonProblem.OUT_OF_RANGE,
                        "/source/url"),
                Faults.nobodyNamed("/source/url", url));
    }

    public Source value() {
        return new Source(requireNonNull(author).strip(), requireNonNull(title).strip(), publishedOn, url);
    }
}
