package id.tumbuh.intervention.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.partner.Acting;
import id.tumbuh.intervention.partner.SealedCursor;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sent to an endpoint, and sends it again. */
@ApplicationScoped
class DeliveryLog {
    private final Database database;
    private final ObjectMapper json;

    DeliveryLog(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Which part: after which delivery, how many. */
    record Part(@Nullable String after, int limit) {}

    /** The newest first. */
    List<SealedCursor.Row<DeliveryView>> page(Acting.Party party, UUID endpoint, Part part) {
        return database.write(party.actor().scope(), tx -> {
            Endpoints.known(tx.sql(), party.client(), endpoint);
            return tx.sql()
                    .createQuery("""
                            select d.*, v.type from webhook_delivery d join webhook_event v on v.id = d.event_id
                            where d.client = :client and d.endpoint_id = :endpoint
                                and (cast(:after as uuid) is null or (d.queued_at, d.id) < (select a.queued_at, a.id
                                    from webhook_delivery a where a.client = :client and a.id = cast(:after as uuid)))
                            order by d.queued_at desc, d.id desc limit :rows""")
                    .bind("client", party.client())
                    .bind("endpoint", endpoint)
                    .bind("after", part.after())
                    .bind("rows", part.limit() + 1)
                    .map((row, _) -> view(row))
                    .map(view -> new SealedCursor.Row<>(view.id().toString(), view))
                    .list();
        });
    }

    /** Begins anew, with all its attempts, under the same id of the event. */
    void again(Acting.Party party, UUID endpoint, UUID delivery) {
        database.<@Nullable Object>write(party.actor().scope(), tx -> {
            requireActive(Endpoints.known(tx.sql(), party.client(), endpoint));
            int found = tx.sql()
                    .createUpdate("""
                            update webhook_delivery set state = 'PENDING', attempts = 0, next_at = clock_timestamp(),
                                leased_until = null, finished_at = null
                            where id = :id and client = :client and endpoint_id = :endpoint""")
                    .bind("id", delivery)
                    .bind("client", party.client())
                    .bind("endpoint", endpoint)
                    .execute();
            if (found == 0) {
                throw new ProblemException(Problem.of(InterventionProblem.WEBHOOK_DELIVERY_UNKNOWN));
            }
            tx.audit(party.actor().did("REDELIVER", "webhook", endpoint, null));
            return null;
        });
    }

    /** Queues something that says nothing, so that a receiver can be tried out. */
    void test(Acting.Party party, UUID endpoint, Instant now) {
        UUID event = UUID.randomUUID();
        Told told = new Told(
                event,
                party.client(),
                null,
                new Told.Payload(EventType.TEST, now, new Told.Data(null, null, null, null)));
        database.<@Nullable Object>write(party.actor().scope(), tx -> {
            requireActive(Endpoints.known(tx.sql(), party.client(), endpoint));
            Told.store(tx.sql(), List.of(told), json);
            return tx.sql()
                    .createUpdate("""
                            insert into webhook_delivery (id, event_id, client, endpoint_id, state, attempts, next_at)
                            values (gen_random_uuid(), :event, :client, :endpoint, 'PENDING', 0, clock_timestamp())""")
                    .bind("event", event)
                    .bind("client", party.client())
                    .bind("endpoint", endpoint)
                    .execute();
        });
    }

    private static void requireActive(Endpoint endpoint) {
        if (endpoint.disabled() != null) {
            throw new ProblemException(Problem.of(InterventionProblem.WEBHOOK_DISABLED));
        }
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        String state = row.getString("state");
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new DeliveryView(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                state,
                row.getInt("attempts"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                state.equals("PENDING")
                        ? row.getObject("next_at", OffsetDateTime.class).toInstant()
                        : null,
                finished == null ? null : finished.toInstant(),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"));
    }
}
