package id.tumbuh.reporting.page;

import id.tumbuh.reporting.arrival.Arrivals;
import id.tumbuh.reporting.arrival.Arrived;
import id.tumbuh.reporting.arrival.Ledger;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts into words how what is sent arrives. */
record DeliveredText(Wording wording) {
    private static final String NOTHING = "–";
    private static final String OURS = "id.tumbuh.";

    ProvinceBoard.Delivered of(Arrivals.Watched watched, Ledger ledger) {
        String several = ledger.ofSeveral().stream()
                .map(source -> source.name() + " (" + words().received() + " " + wording.count(source.received()) + ", "
                        + words().rejected() + " " + wording.count(source.rejected()) + ")")
                .collect(Collectors.joining("; "));
        return new ProvinceBoard.Delivered(
                words().arrivalsHint(Integer.toString(watched.windowDays()), wording.moment(watched.since())),
                words().limits(
                                wording.count(watched.lateAfter().toMinutes()),
                                wording.count(watched.silentAfter().toDays())),
                ledger.sources() != null,
                several.isEmpty() ? null : words().several(several),
                watched.kabupaten().stream()
                        .map(one -> arrival(one, ledger.of(one.area().code())))
                        .toList());
    }

    private ProvinceMessages words() {
        return Pages.words(ProvinceMessages.class, wording.locale());
    }

    private ProvinceBoard.Arrival arrival(Arrived arrived, Ledger.@Nullable Source ledger) {
        return new ProvinceBoard.Arrival(
                arrived.area().name(),
                arrived.state().name().toLowerCase(Locale.ROOT),
                switch (arrived.state()) {
                    case FINE -> words().fine();
                    case LATE -> words().late();
                    case SILENT -> words().silent();
                    case UNKNOWN -> words().unknown();
                },
                arrived.lastReceived() == null ? words().never() : wording.moment(arrived.lastReceived()),
                wording.count(arrived.events()),
                delay(arrived),
                rows(ledger, Ledger.Source::received),
                rows(ledger, Ledger.Source::rejected),
                rows(ledger, Ledger.Source::unchanged),
                versions(arrived),
                arrived.schemas().stream()
                        .map(schema -> new ProvinceBoard.Kind(
                                schema.type().startsWith(OURS) ? schema.type().substring(OURS.length()) : schema.type(),
                                wording.count(schema.events())))
                        .toList());
    }

    private String rows(Ledger.@Nullable Source ledger, ToLongFunction<Ledger.Source> part) {
        return ledger == null ? NOTHING : wording.count(part.applyAsLong(ledger));
    }

    /** {@code v1, v2}: the last part of the types. */
    private static String versions(Arrived arrived) {
        String versions = arrived.schemas().stream()
                .map(schema -> schema.type().substring(schema.type().lastIndexOf('.') + 1))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return versions.isEmpty() ? NOTHING : versions;
    }

    private String delay(Arrived arrived) {
        if (arrived.events() == 0) {
            return NOTHING;
        }
        return arrived.delay() == null
                ? words().moreThan(time(Arrived.longestDelay()))
                : words().atMost(time(arrived.delay()));
    }

    private String time(Duration time) {
        if (time.toMillis() < Duration.ofSeconds(1).toMillis()) {
            return words().milliseconds(wording.count(time.toMillis()));
        }
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return words().seconds(wording.count(time.toSeconds()));
        }
        if (time.compareTo(Duration.ofHours(1)) < 0) {
            return words().minutes(wording.count(time.toMinutes()));
        }
        return time.compareTo(Duration.ofDays(1)) < 0
                ? words().hours(wording.count(time.toHours()))
                : words().days(wording.count(time.toDays()));
    }
}
