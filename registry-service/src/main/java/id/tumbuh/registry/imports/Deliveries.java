package id.tumbuh.registry.imports;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.problem.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a request says about what it sends. */
@ApplicationScoped
class Deliveries {
    /** Where a source's days begin and end when it names none. */
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final Pattern BATCH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    /** A NIK or card number would stand in an address, a log and a column. */
    private static final Pattern IDENTITY = Pattern.compile(".*\\d{16}.*");

    private static final int OLDEST_DAYS = 366;

    private final ImportFormats formats;
    private final Clock clock;

    Deliveries(ImportFormats formats, Clock clock) {
        this.formats = formats;
        this.clock = clock;
    }

    ImportKind kind(@Nullable String written) {
        if (written == null || written.isBlank()) {
            throw invalid("/format", CommonProblem.REQUIRED);
        }
        return formats.find(written)
                .map(ImportFormat::kind)
                .orElseThrow(() -> new ProblemException(Problem.of(RegistryProblem.IMPORT_FORMAT_UNKNOWN)));
    }

    String source(@Nullable String written) {
        String name = written == null || written.isBlank() ? Source.UPLOADS : written.strip();
        if (!Source.isName(name)) {
            throw invalid("/source", ImportProblem.SOURCE_NAME_INVALID);
        }
        return name;
    }

    String batch(@Nullable String written) {
        if (written == null || written.isBlank()) {
            throw invalid("/batchId", CommonProblem.REQUIRED);
        }
        if (!BATCH.matcher(written).matches() || IDENTITY.matcher(written).matches()) {
            throw invalid("/batchId", ImportProblem.BATCH_ID_INVALID);
        }
        return written;
    }

    /** The day the source counts it on; today unless it says otherwise. */
    LocalDate day(@Nullable String written) {
        LocalDate today = today();
        if (written == null || written.isBlank()) {
            return today;
        }
        LocalDate day = date("/day", written);
        if (day.isAfter(today.plusDays(1)) || day.isBefore(today.minusDays(OLDEST_DAYS))) {
            throw invalid("/day", CommonProblem.OUT_OF_RANGE);
        }
        return day;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    static LocalDate date(String pointer, String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeException _) {
            throw invalid(pointer, CommonProblem.INVALID_DATE);
        }
    }

    static boolean flag(@Nullable String written) {
        return switch (written == null ? "" : written.strip().toLowerCase(Locale.ROOT)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw invalid("/dryRun", CommonProblem.WRONG_TYPE);
        };
    }

    static byte[] sha256(ImportFiles.Content content) {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = content.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ProblemException invalid(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}
