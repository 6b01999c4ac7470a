package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Claims needs for one sponsor, and sends a claim again under the same id until somebody says what became of it. */
final class ClaimingClient {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Api api;
    private final UUID sponsor;
    private final List<ClaimLedger.Line> lines = new ArrayList<>();
    private int lost;

    ClaimingClient(Api api, UUID sponsor) {
        this.api = api;
        this.sponsor = sponsor;
    }

    private record Claim(UUID id, UUID need) {}

    /** One request for each. */
    ClaimLedger.OfClient oneByOne(List<UUID> needs) {
        for (UUID need : needs) {
            Claim claim = new Claim(UUID.randomUUID(), need);
            Api.Answer answer = answered(
                    () -> api.post(Component.INTERVENTION, "/v1/placements", json(claim)), List.of(200, 201, 409));
            if (answer.status() == 409) {
                assertThat(answer.body().get("code").asText()).isEqualTo("NEED_TAKEN");
            }
            tell(claim, answer.status() != 409);
        }
        return new ClaimLedger.OfClient(List.copyOf(lines), lost);
    }

    /** So many in a request, in an order of its own. */
    ClaimLedger.OfClient inBatches(List<UUID> needs, int rows, Random random) {
        List<UUID> order = new ArrayList<>(needs);
        Collections.shuffle(order, random);
        for (int from = 0; from < order.size(); from += rows) {
            List<Claim> claims = order.subList(from, Math.min(order.size(), from + rows)).stream()
                    .map(need -> new Claim(UUID.randomUUID(), need))
                    .toList();
            String body = claims.stream().map(this::json).collect(Collectors.joining(",", "[", "]"));
            Api.Answer answer =
                    answered(() -> api.post(Component.INTERVENTION, "/v1/placements:batch", body), List.of(200));
            for (int row = 0; row < claims.size(); row++) {
                tell(claims.get(row), isHeld(answer.body().get(row)));
            }
        }
        return new ClaimLedger.OfClient(List.copyOf(lines), lost);
    }

    private static boolean isHeld(JsonNode row) {
        String outcome = row.get("outcome").asText();
        if (outcome.equals("REFUSED")) {
            assertThat(row.path("problem").path("code").asText()).isEqualTo("NEED_TAKEN");
        } else {
            assertThat(outcome).isIn("HELD", "UNCHANGED");
        }
        return !outcome.equals("REFUSED");
    }

    private void tell(Claim claim, boolean held) {
        ClaimLedger.Told told = held ? ClaimLedger.Told.HELD : ClaimLedger.Told.REFUSED;
        lines.add(new ClaimLedger.Line(claim.need(), claim.id(), sponsor, told));
    }

    private String json(Claim claim) {
        return "{\"id\":\"%s\",\"needId\":\"%s\",\"sponsorId\":\"%s\"}".formatted(claim.id(), claim.need(), sponsor);
    }

    private Api.Answer answered(Supplier<Api.Answer> request, List<Integer> definite) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                Api.Answer answer = request.get();
                if (definite.contains(answer.status())) {
                    return answer;
                }
                lost++; // it says itself that it can't tell
            } catch (UncheckedIOException cutOff) {
                lost++;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new AssertionError("a claim came to nothing");
    }
}
