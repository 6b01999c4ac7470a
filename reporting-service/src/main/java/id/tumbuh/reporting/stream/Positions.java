package id.tumbuh.reporting.stream;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Finds where a caller wants to begin. A thousand who come at once cost the broker no more than a few clients. */
@ApplicationScoped
class Positions {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int COME_AGAIN_SECONDS = 5;

    private final LiveTail liveTail;
    private final Archive archive;

    Positions(LiveTail liveTail, Archive archive) {
        this.liveTail = liveTail;
        this.archive = archive;
    }

    LiveTail.Started live() {
        try {
            return liveTail.start();
        } catch (KafkaException | IllegalStateException notThere) {
            throw unavailable();
        }
    }

    /** By a cursor or else a moment; empty for a caller who says neither. */
    Optional<Position> of(LiveTail.Started live, @Nullable String cursor, @Nullable String since) {
        if (cursor != null) {
            return Optional.of(Position.decode(cursor, live.topics().count())
                    .filter(decoded -> isOfHere(live, decoded))
                    .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR))));
        }
        if (since != null) {
            Instant moment = moment(since);
            return Optional.of(asked(() -> archive.at(live.topics(), moment, PATIENCE)));
        }
        return Optional.empty();
    }

    Position beginning(LiveTail.Started live) {
        return asked(() -> archive.beginning(live.topics(), PATIENCE));
    }

    Portion portion(LiveTail.Started live, Position from) {
        return asked(() -> archive.read(live.topics(), from, PATIENCE));
    }

    /** Another replica may be a moment ahead of this one: only then the broker is asked. */
    private boolean isOfHere(LiveTail.Started live, Position decoded) {
        return !decoded.isBeyond(live.tail().end())
                || !decoded.isBeyond(asked(() -> archive.end(live.topics(), PATIENCE)));
    }

    /** What is asked of the archive. */
    private interface Question<T> {
        Optional<T> ask() throws InterruptedException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask().orElseThrow(Positions::unavailable);
        } catch (KafkaException brokerAway) {
            throw unavailable();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(Problem.of(CommonProblem.UNAVAILABLE).retryAfter(COME_AGAIN_SECONDS));
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
