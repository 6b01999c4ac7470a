package id.tumbuh.reporting.page;

import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a link to the form, or the form itself, sends. */
record RecordSent(MultivaluedMap<String, String> fields) {
    @Nullable
    String text(String name) {
        return fields.getFirst(name);
    }

    private String or(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    Locale locale() {
        return Pages.locale(text("lang"));
    }

    String list() {
        return or("list", "");
    }

    String indicator() {
        return or("indicator", "");
    }

    /** A period that there is not is this year. */
    Period period() {
        return Period.of(or("period", "")).orElseGet(() -> Period.yearOf(MonthCounters.present()));
    }

    /** Of the figure that is recorded or corrected. */
    Optional<UUID> id() {
        try {
            return Optional.ofNullable(text("id")).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** The one that is corrected; null for a new figure. */
    @Nullable
    Long version() {
        String version = or("version", "");
        return version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
    }

    /** Words may name somebody by mistake. */
    @Override
    public String toString() {
        return "RecordSent[" + fields.size() + "]";
    }
}
