package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.exchange.Ledger.Due;
import id.tumbuh.measurement.exchange.Ledger.State;
import id.tumbuh.measurement.exchange.Ledger.Told;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One round of sending: what is due goes out, and what was answered goes into the ledger. */
final class SendRound {

    private final Database database;
    private final Ledger ledger;
    private final ExchangedMeasurements measurements;
    private final SatusehatCodes.Rules codes;
    private final MeterRegistry meters;
    private final ExchangeConfig config;
    private final Destination destination;

    /** What a round works with besides the destination. */
    record Parts(
            Database database,
            Ledger ledger,
            ExchangedMeasurements measurements,
            SatusehatCodes.Rules codes,
            MeterRegistry meters) {}

    SendRound(Parts parts, ExchangeConfig config, Destination destination) {
        this.database = parts.database();
        this.ledger = parts.ledger();
        this.measurements = parts.measurements();
        this.codes = parts.codes();
        this.meters = parts.meters();
        this.config = config;
        this.destination = destination;
    }

    /**
     * How a round ended.
     *
     * @param pause null, or for how long nothing at all should be sent
     */
    record Ended(int due, @Nullable Duration pause, boolean away) {}

    /** One bundle under way, and what came of it. */
    private record Sent(Told told, Answer answer) {}

    Ended run() throws InterruptedException {
        List<Due> due =
                database.read(Scope.everywhere(), sql -> ledger.due(sql, config.destination(), config.batchSize()));
        Map<UUID, ExchangedMeasurement> standing = database
                .read(
                        Scope.everywhere(),
                        sql -> measurements.byId(
                                sql, due.stream().map(Due::measurement).toList()))
                .stream()
                .collect(Collectors.toMap(one -> one.row().id(), Function.identity()));
        List<Due> there = due.stream()
                .filter(one -> standing.containsKey(one.measurement()))
                .toList();
        strikeGone(due, standing.keySet());
        for (int from = 0; from < there.size(); from += config.atATime()) {
            List<Due> slice = there.subList(from, Math.min(there.size(), from + config.atATime()));
            List<Sent> sent = send(slice, standing);
            note(sent);
            Answer.Away away = awayForAll(sent);
            if (away != null) {
                return new Ended(due.size(), away.retryAfter(), true);
            }
        }
        return new Ended(due.size(), null, false);
    }

    private void strikeGone(List<Due> due, Set<UUID> standing) {
        List<UUID> gone = due.stream()
                .map(Due::measurement)
                .filter(id -> !standing.contains(id))
                .toList();
        if (!gone.isEmpty()) {
            database.write(Scope.everywhere(), tx -> {
                ledger.strike(tx.sql(), gone);
                return gone.size();
            });
        }
    }

    private List<Sent> send(List<Due> slice, Map<UUID, ExchangedMeasurement> standing) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Sent>> work = new ArrayList<>();
            for (Due due : slice) {
                ExchangedMeasurement measurement = standing.get(due.measurement());
                if (measurement != null) {
                    work.add(() -> send(due, measurement));
                }
            }
            List<Sent> sent = new ArrayList<>();
            for (Future<Sent> one : threads.invokeAll(work)) {
                sent.add(one.get());
            }
            return sent;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a bundle could not be made", failure.getCause());
        }
    }

    private Sent send(Due due, ExchangedMeasurement measurement) throws InterruptedException {
        Letter letter;
        try {
            letter = letter(due, measurement);
        } catch (RuntimeException unwritable) {
            // this one alone: the others must not wait for somebody to find out why
            String reason = "UNWRITABLE_" + unwritable.getClass().getSimpleName();
            Told aside = told(due, measurement, State.SET_ASIDE, 0, reason, due.held());
            return new Sent(aside, new Answer.Refused(0, reason));
        }
        if (letter.entries() == 0) {
            Told nothing = told(due, measurement, State.NOTHING_TO_SEND, 0, null, due.held());
            return new Sent(nothing, new Answer.Accepted(0));
        }
        Answer answer = destination.send(letter.text(), letter.entries());
        Told told = switch (answer) {
            case Answer.Accepted accepted ->
                told(due, measurement, State.DELIVERED, accepted.status(), null, letter.kinds());
            case Answer.Refused refused ->
                told(due, measurement, State.SET_ASIDE, refused.status(), refused.reason(), due.held());
            // it may hold them by now: what a later correction takes away must be taken back there too
            case Answer.Away away ->
                told(due, measurement, State.PENDING, away.status(), away.reason(), letter.kinds());
        };
        return new Sent(told, answer);
    }

    /** A bundle as it is sent, and what the destination holds once it has taken it. */
    private record Letter(String text, int entries, Set<ObservationKind> kinds) {}

    private Letter letter(Due due, ExchangedMeasurement measurement) {
        SatusehatCodes ofTheDay = codes.on(measurement.row().measuredOn());
        ObservationBundle.Built built =
                new ObservationBundle(measurement, ofTheDay, config.subjectSystem()).build(due.held());
        int entries = built.bundle().getEntry().size();
        return new Letter(entries == 0 ? "" : FhirJson.write(built.bundle()), entries, built.kinds());
    }

    private Told told(
            Due due,
            ExchangedMeasurement measurement,
            State state,
            int status,
            @Nullable String reason,
            Set<ObservationKind> held) {
        return new Told(
                due.measurement(), measurement.row().version(), state, status, reason, held, again(due.attempts()));
    }

    /** Doubled with each attempt up to the limit, of which a random half is left out, so that a crowd does not come at once. */
    private Duration again(int attempts) {
        long most = config.retryAtMost().toMillis();
        long wait = Math.min(most, config.retryFirst().toMillis() << Math.min(attempts, 20));
        long bounded = wait <= 0 ? most : wait;
        return Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }

    private void note(List<Sent> sent) {
        List<Told> told = sent.stream().map(Sent::told).toList();
        database.write(Scope.everywhere(), tx -> {
            ledger.note(tx.sql(), config.destination(), told);
            return told.size();
        });
        for (Sent one : sent) {
            meters.counter(
                            "tumbuh.exchange.answers",
                            "state",
                            one.told().state().name())
                    .increment();
        }
    }

    private static Answer.@Nullable Away awayForAll(List<Sent> sent) {
        for (Sent one : sent) {
            if (one.answer() instanceof Answer.Away away && away.everything()) {
                return away;
            }
        }
        return null;
    }
}
