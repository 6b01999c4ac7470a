package id.tumbuh.reporting.stream;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.messaging.KafkaClients;
import id.tumbuh.reporting.Country;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Events as they happen, over server-sent events. */
@Path("/v1/stream")
@RunOnVirtualThread
@Tag(name = "Stream")
class StreamResource {
    private final LiveTail liveTail;
    private final KafkaClients kafka;
    private final Caller caller;

    StreamResource(LiveTail liveTail, KafkaClients kafka, Caller caller) {
        this.liveTail = liveTail;
        this.kafka = kafka;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            summary = "What happens in an area, as it happens",
            description =
                    "Server-sent events; data is a CloudEvent in JSON without names. The id of an event is a cursor:"
                            + " sent back as Last-Event-ID it continues exactly there. An event named gap says that the cursor was"
                            + " older than what is kept. The stream ends when the token does.")
    @APIResponse(responseCode = "200", description = "text/event-stream")
    public Response stream(
            @Parameter(description = "Dotted area code; by default all the caller may see", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(
                            description = "Types with commas between; by default all",
                            example = "measurement.child-became-stunted,reporting.indicators-changed")
                    @QueryParam("types")
                    @Nullable
                    String types,
            @Parameter(description = "Replay from this moment", example = "2026-11-21T09:00:00Z")
                    @QueryParam("since")
                    @Nullable
                    String since,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @QueryParam("after") @Nullable String after) {
        Subscription.Wish wish =
                new Subscription.Wish(checkedArea(area), types(types), caller.scope(), caller.expires());
        LiveTail.Started live = start();
        Position position = position(live, lastEventId != null ? lastEventId : after, since);
        StreamingOutput body = out -> {
            try {
                new Subscription(live, kafka, wish, position, out, Clock.systemUTC()).serve();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } catch (IOException hungUp) {
                // The subscriber is gone; it comes back with its cursor.
            }
        };
        return Response.ok(body)
                .type("text/event-stream;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private LiveTail.Started start() {
        try {
            return liveTail.start();
        } catch (KafkaException | IllegalStateException notThere) {
            throw new ProblemException(Problem.of(CommonProblem.UNAVAILABLE).retryAfter(5));
        }
    }

    private Position position(LiveTail.Started live, @Nullable String cursor, @Nullable String since) {
        if (cursor != null) {
            Position end = ask(consumer -> live.topics().end(consumer));
            return Position.decode(cursor, live.topics().count())
                    .filter(decoded -> !decoded.isBeyond(end))
                    .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR)));
        }
        if (since != null) {
            Instant moment = moment(since);
            return ask(consumer -> live.topics().at(consumer, moment));
        }
        return ask(consumer -> live.topics().end(consumer));
    }

    private <T> T ask(Function<Consumer<String, byte[]>, T> question) {
        try (Consumer<String, byte[]> consumer = kafka.reader()) {
            return question.apply(consumer);
        }
    }

    private String checkedArea(@Nullable String area) {
        if (area == null || area.equals(Country.CODE)) {
            return Country.CODE;
        }
        if (!AreaCode.isValid(area)) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        if (!caller.scope().allows(new AreaCode(area))) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return area;
    }

    private static Set<String> types(@Nullable String types) {
        return types == null || types.isBlank()
                ? Set.of()
                : Arrays.stream(types.split(",")).map(String::trim).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant moment(String since) {
        try {
            return OffsetDateTime.parse(since).toInstant();
        } catch (DateTimeParseException noMoment) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/since", CommonProblem.INVALID_DATE));
        }
    }
}
