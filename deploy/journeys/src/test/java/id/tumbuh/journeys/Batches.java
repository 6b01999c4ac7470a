package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Much that is sent as a kabupaten's systems do: a thousand rows at a time, some requests at once. */
final class Batches {
    private static final int ROWS = 1_000;
    private static final int AT_ONCE = 6;

    private Batches() {}

    /** Returns the outcomes in the order of the rows. */
    static List<String> send(Api api, Component service, String path, List<String> rows) {
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS) {
            batches.add(rows.subList(from, Math.min(rows.size(), from + ROWS)));
        }
        return together(batches, batch -> {
                    Api.Answer answer = api.post(service, path, "[" + String.join(",", batch) + "]");
                    assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
                    List<String> outcomes = new ArrayList<>();
                    for (JsonNode row : answer.body()) {
                        outcomes.add(row.get("outcome").asText());
                    }
                    assertThat(outcomes).as(path).hasSameSizeAs(batch);
                    return outcomes;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Results in the order of what was given. */
    static <T, R> List<R> together(Collection<T> all, Function<T, R> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<R>> begun = all.stream()
                    .map(one -> threads.submit(() -> work.apply(one)))
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> one : begun) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw new AssertionError("one of many failed", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
