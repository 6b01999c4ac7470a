package id.tumbuh.reporting.rebuild;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasesCopies;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.Replay;
import id.tumbuh.platform.messaging.Replay.Span;
import id.tumbuh.platform.messaging.WholeTopic;
import id.tumbuh.reporting.arrival.NoteArrivals;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Applies to the tables of schema {@code rebuilt} what the consumers have applied to those that are read. */
@ApplicationScoped
class Builder {
    /** Larger portions than events come in: counters that many events move are written once for all of them. */
    private static final int AT_A_TIME = 20_000;

    /** What is watched and not derived: when an event came is known only once. */
    private static final Set<String> WATCHING = Set.of(NoteArrivals.GROUP);

    private final Database database;
    private final Replay replay;
    private final WholeTopic topics;
    private final List<EventConsumer> consumers;
    private final ErasesCopies erases;

    Builder(
            Database database,
            Replay replay,
            WholeTopic topics,
            @All List<EventConsumer> consumers,
            ErasesCopies erases) {
        this.database = database;
        this.replay = replay;
        this.topics = topics;
        this.consumers = List.copyOf(consumers);
        this.erases = erases;
    }

    /** Brings every consumer as far as it is among those that are read; says how many events that took. */
    long catchUp(UUID run) throws InterruptedException {
        Map<String, List<Span>> spans = database.read(Scope.everywhere(), Builder::open);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> running = new ArrayList<>();
            for (EventConsumer consumer : consumers) {
                List<Span> own = spans.getOrDefault(consumer.group(), List.of());
                running.add(threads.submit(() ->
                        replay.read(own, AT_A_TIME, events -> rehearse(run, tx -> consumer.apply(tx, events)))));
            }
            long events = 0;
            for (Future<Long> one : running) {
                events += one.get();
            }
            return events;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
    }

    /** Whoever was erased after its events were applied here. */
    void erase(UUID run) {
        topics.read(
                ErasureNotice.TOPIC,
                events -> rehearse(
                        run,
                        tx -> events.stream()
                                .filter(event -> !event.isTombstone())
                                .forEach(event -> erases.erase(tx, ErasureNotice.of(event)))));
    }

    /** What is not built stands where it stood: the country is there from the start, and who watches is as far as he was. */
    void takeOver(Handle sql) {
        sql.execute("insert into rebuilt.area select * from public.area where parent is null on conflict do nothing");
        sql.createUpdate("""
                        insert into rebuilt.progress select * from public.progress where consumer = any(:watching)
                        on conflict do nothing""")
                .bindArray("watching", String.class, WATCHING.toArray())
                .execute();
    }

    private void rehearse(UUID run, Consumer<Transaction> work) {
        database.rehearse(Scope.everywhere(), tx -> {
            RebuildRuns.hold(tx.sql(), run);
            tx.sql().execute("set local search_path to rebuilt, public");
            work.accept(tx);
            return null;
        });
    }

    /** What those that are read include and the others do not, by consumer. */
    private static Map<String, List<Span>> open(Handle sql) {
        record Open(String consumer, Span span) {}
        return sql
                .createQuery("""
                        select read.consumer, read.topic, read.partition, coalesce(built.next_offset, 0), read.next_offset
                        from public.progress read left join rebuilt.progress built using (consumer, topic, partition)""")
                .map((row, _) -> new Open(
                        row.getString(1), new Span(row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Open::consumer, Collectors.mapping(Open::span, Collectors.toList())));
    }
}
