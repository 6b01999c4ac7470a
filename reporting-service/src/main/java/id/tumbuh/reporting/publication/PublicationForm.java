package id.tumbuh.reporting.publication;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.statement.Faults;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order to publish as it is written in JSON.
 *
 * @param forEverybody that the publisher knows note and reason to be read by everybody; needed where there are any
 */
@Schema(name = "NewPublication", examples = PublicationForm.EXAMPLE)
record PublicationForm(
        @Nullable UUID id,
        @Nullable String area,
        @Nullable YearMonth month,
        @Nullable String note,
        @Nullable String reason,
        @Nullable Boolean forEverybody)
        implements Form {
    static final String EXAMPLE = """
            {"id": "0197a4be-6f3c-7a10-9c55-8f6f1d0b7a21", "area": "36.04", "month": "2024-07",
             "note": "Penimbangan Juli 2024", "forEverybody": true}""";

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_AREA = 8;

    @Override
    public Optional<Problem.Violation> fault() {
        return Faults.first(
                        Faults.required("/id", id), Faults.required("/area", area), Faults.required("/month", month))
                .or(() -> Faults.first(
                        Faults.unless(Country.isArea(requireNonNull(area)), CommonProblem.INVALID_AREA, "/area"),
                        Faults.unless(
                                requireNonNull(area).length() <= LONGEST_AREA,
                                PublicationProblem.BELOW_KECAMATAN,
                                "/area"),
                        Faults.unless(
                                !requireNonNull(month).isAfter(MonthCounters.present()),
                                PublicationProblem.MONTH_AHEAD,
                                "/month"),
                        text("/note", note),
                        text("/reason", reason),
                        Faults.unless(
                                (note == null && reason == null) || Boolean.TRUE.equals(forEverybody),
                                PublicationProblem.TEXT_NOT_CONFIRMED,
                                "/forEverybody")));
    }

    private static Optional<Problem.Violation> text(String pointer, @Nullable String text) {
        return text == null ? Optional.empty() : Faults.text(pointer, text, LONGEST_TEXT);
    }

    PublicationOrder value() {
        return new PublicationOrder(requireNonNull(id), requireNonNull(area), requireNonNull(month), note, reason);
    }
}
