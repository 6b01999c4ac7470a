package id.tumbuh.reporting.page;

import id.tumbuh.reporting.publication.ReadPublic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the public page of an area shows: everything formatted, nothing left to decide in the template. */
record PublicPage(
        ReadPublic.Place area,
        @Nullable String above,
        String month,
        String published,
        @Nullable String asOf,
        @Nullable String from,
        @Nullable String revision,
        @Nullable String reason,
        @Nullable String note,
        String smallHidden,
        List<Row> indicators,
        List<Choice> choices,
        String chosenName,
        List<Row> below,
        String hash,
        String file) {

    /** A figure of an indicator or of an area; {@code link} is null where nothing is below. */
    record Row(
            String name,
            @Nullable String words,
            @Nullable String link,
            String percent,
            String numerator,
            String denominator) {}

    /** An indicator that can be chosen. */
    record Choice(String code, String name, boolean chosen) {}
}
