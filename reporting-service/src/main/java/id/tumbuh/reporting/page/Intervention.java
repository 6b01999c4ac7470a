package id.tumbuh.reporting.page;

import id.tumbuh.reporting.Country;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What intervention-service tells the reader beside the figures. A page stands without it and says so. Never inside of a transaction. */
@ApplicationScoped
class Intervention {
    private static final int MOST = 1000;
    /** What a kabupaten plans; a posyandu's weighing days are those of a desa. */
    private static final String KINDS = "REMBUK,CASE_AUDIT,PROGRAMME";

    private final InterventionRecords records;

    Intervention(@RestClient InterventionRecords records) {
        this.records = records;
    }

    /** What was told, or why nothing was. */
    sealed interface Answer<T> {
        /** It answered. */
        record Told<T>(T what) implements Answer<T> {}

        /** The reader's role may not know. */
        record Refused<T>() implements Answer<T> {}

        /** It does not answer in time. */
        record Away<T>() implements Answer<T> {}

        default T orElse(T nothing) {
            return this instanceof Told<T>(var what) ? what : nothing;
        }

        /** What the page says instead; null when it was told. */
        default @Nullable String missing(String refused, String away) {
            return switch (this) {
                case Told<T> _ -> null;
                case Refused<T> _ -> refused;
                case Away<T> _ -> away;
            };
        }
    }

    /** Words of programmes, their offices and their indicators. */
    record Words(
            List<InterventionRecords.Titled> programmes,
            List<InterventionRecords.Office> offices,
            List<InterventionRecords.Outcome> outcomes) {
        static final Words NONE = new Words(List.of(), List.of(), List.of());
    }

    Answer<Words> words(String area, int year, @Nullable String bearer) {
        return ask(bearer, token -> {
            String within = within(area);
            return new Words(
                    records.programmes(token, within, year, MOST),
                    records.offices(token, within, MOST),
                    records.outcomes(token));
        });
    }

    Answer<List<InterventionRecords.Entry>> calendar(String area, int year, Locale locale, @Nullable String bearer) {
        if (area.equals(Country.CODE)) {
            return new Answer.Told<>(List.of());
        }
        return ask(
                bearer,
                token -> records.calendar(
                        token,
                        locale.getLanguage(),
                        area,
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31),
                        KINDS,
                        MOST));
    }

    Answer<InterventionRecords.Sponsors> sponsors(String area, @Nullable String bearer) {
        return ask(bearer, token -> records.sponsors(token, within(area)));
    }

    private static @Nullable String within(String area) {
        return area.equals(Country.CODE) ? null : area;
    }

    private static <T> Answer<T> ask(@Nullable String bearer, Function<String, T> question) {
        if (bearer == null) {
            return new Answer.Refused<>();
        }
        try {
            return new Answer.Told<>(question.apply(bearer));
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            if (status == 403) {
                return new Answer.Refused<>();
            }
            Log.warnf("Intervention answered %d to a page", status);
            return new Answer.Away<>();
        } catch (ProcessingException away) {
            Log.warn("Intervention does not answer a page");
            return new Answer.Away<>();
        }
    }
}
