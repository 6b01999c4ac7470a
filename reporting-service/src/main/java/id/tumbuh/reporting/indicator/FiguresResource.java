package id.tumbuh.reporting.indicator;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.growth.Recomputation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof that figures equal a recomputation from scratch. */
@Path("/v1/figures:verify")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Operation")
class FiguresResource {
    private static final int COME_AGAIN_SECONDS = 60;

    private final Recomputation recomputation;
    private final ObjectMapper json;
    private final Duration pulse;
    private final Semaphore one = new Semaphore(1);

    FiguresResource(
            Recomputation recomputation,
            ObjectMapper json,
            @ConfigProperty(name = "tumbuh.figures.verify-pulse", defaultValue = "20S") Duration pulse) {
        this.recomputation = recomputation;
        this.json = json;
        this.pulse = pulse;
    }

    @POST
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
    @Operation(
            summary = "Count everything from scratch and compare it with the counters, row by row",
            description =
                    "With a province's years of weighings it takes minutes; blanks before the answer say that it is still being counted.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Recomputation.Comparison.class)))
    @APIResponse(responseCode = "503", description = "Another one runs; `Retry-After` says when to come again")
    public Response verify() throws InterruptedException, IOException {
        if (!one.tryAcquire()) {
            throw new ProblemException(Problem.of(CommonProblem.UNAVAILABLE).retryAfter(COME_AGAIN_SECONDS));
        }
        FutureTask<Recomputation.Comparison> counting = new FutureTask<>(() -> {
            try {
                return recomputation.compare();
            } finally {
                one.release();
            }
        });
        Thread.ofVirtual().name("figures-verify").start(counting);
        Optional<Recomputation.Comparison> soon = within(pulse, counting);
        return Response.ok(soon.isPresent() ? soon.get() : afterBlanks(counting))
                .build();
    }

    /** A connection on which nothing moves is closed after a while, by this server or by one in between. */
    private StreamingOutput afterBlanks(FutureTask<Recomputation.Comparison> counting) {
        return out -> {
            try {
                Optional<Recomputation.Comparison> counted = Optional.empty();
                while (counted.isEmpty()) {
                    out.write(' ');
                    out.flush();
                    counted = within(pulse, counting);
                }
                out.write(json.writeValueAsBytes(counted.get()));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the figures were not compared to the end");
            }
        };
    }

    private static Optional<Recomputation.Comparison> within(
            Duration time, FutureTask<Recomputation.Comparison> counting) throws InterruptedException {
        try {
            return Optional.of(counting.get(time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException later) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException failure
                    ? failure
                    : new CompletionException(failed.getCause());
        }
    }
}
