package id.tumbuh.reporting.arrival;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What arrived of the kabupaten of an area, in JSON.
 *
 * @param since from when on arrivals were watched
 * @param windowDays the days that events, delays and what registry received are of
 * @param ledgerKnown whether registry told what systems sent to it
 * @param severalKabupaten systems that answer for more than one kabupaten, which can't be told apart
 */
record ArrivalView(
        String area,
        Instant since,
        LocalDate from,
        int windowDays,
        long lateAfterSeconds,
        long silentAfterSeconds,
        boolean ledgerKnown,
        List<Kabupaten> kabupaten,
        List<Ledger.Source> severalKabupaten) {
    static final String EXAMPLE = """
            {"area": "36", "since": "2026-11-01T00:00:00Z", "from": "2026-11-20", "windowDays": 7, "lateAfterSeconds": 3600,
             "silentAfterSeconds": 259200, "ledgerKnown": true, "kabupaten": [{"area": "36.04", "name": "Kabupaten Serang",
             "state": "FINE", "lastOccurred": "2026-11-26T02:12:03.2Z", "lastReceived": "2026-11-26T02:12:04.1Z", "events": 5020,
             "delay": {"percentile": 95, "atMostSeconds": 1, "longer": false},
             "schemas": [{"type": "id.tumbuh.measurement.child-measured.v1", "events": 5020,
             "lastReceived": "2026-11-26T02:12:04.1Z"}],
             "ledger": {"name": "siga-serang", "areas": ["36.04"], "deliveries": 7, "received": 1200, "accepted": 1187,
             "unchanged": 40, "rejected": 11, "waiting": 2, "failed": 0}}], "severalKabupaten": []}""";

    /**
     * One kabupaten.
     *
     * @param delay null without events within the window
     * @param ledger null when registry told none
     */
    record Kabupaten(
            String area,
            String name,
            Arrived.State state,
            @Nullable Instant lastOccurred,
            @Nullable Instant lastReceived,
            long events,
            @Nullable Delay delay,
            List<Arrived.Schema> schemas,
            Ledger.@Nullable Source ledger) {
        static Kabupaten of(Arrived arrived, Ledger ledger) {
            return new Kabupaten(
                    arrived.area().code(),
                    arrived.area().name(),
                    arrived.state(),
                    arrived.lastOccurred(),
                    arrived.lastReceived(),
                    arrived.events(),
                    Delay.of(arrived),
                    arrived.schemas(),
                    ledger.of(arrived.area().code()));
        }
    }

    /**
     * From the moment an event happened until it was here.
     *
     * @param atMostSeconds so long at most for that many in a hundred, by the end of a class
     * @param longer whether it was longer than that, by nobody knows how much
     */
    record Delay(int percentile, double atMostSeconds, boolean longer) {
        private static final int PERCENTILE = 95;
        private static final double MILLIS = 1000;

        static @Nullable Delay of(Arrived arrived) {
            if (arrived.events() == 0) {
                return null;
            }
            return arrived.delay() == null
                    ? new Delay(PERCENTILE, Arrived.longestDelay().toMillis() / MILLIS, true)
                    : new Delay(PERCENTILE, arrived.delay().toMillis() / MILLIS, false);
        }
    }
}
