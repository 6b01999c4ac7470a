package id.tumbuh.intervention.webhook;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.placement.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Something one client is told. Its id is the client's alone: by a common one two partners would know that they were told of the
 * same child.
 *
 * @param about of whom; null for what is told also when the consent was taken back
 */
record Told(UUID id, String client, @Nullable About about, Payload payload) {

    /** Who must still agree to it when it is sent. */
    record About(Beneficiary.Ref of, Home home, UUID needId) {}

    /** The body of the request. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Payload(
            EventType type,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant timestamp,
            Data data) {}

    /** What the partner knows of it by its own names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            @Nullable String child,
            @Nullable String kecamatan,
            @Nullable UUID placementId,
            @Nullable EndReason reason) {}

    /** Stores what is told and queues it for the endpoints that want it, with the caller's transaction. */
    static void store(Handle sql, List<Told> all, ObjectMapper json) {
        if (all.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        insert into webhook_event (id, client, type, at, child_id, pregnancy_id, family_id, need_id, body)
                        select * from unnest(:ids, :clients, :types, cast(:times as timestamptz[]), :children, :pregnancies,
                            :families, :needs, :bodies)""")
                .bindArray("ids", UUID.class, column(all, Told::id))
                .bindArray("clients", String.class, column(all, Told::client))
                .bindArray(
                        "types",
                        String.class,
                        column(all, one -> one.payload().type().code()))
                .bindArray(
                        "times",
                        String.class,
                        column(all, one -> one.payload().timestamp().toString()))
                .bindArray("children", UUID.class, column(all, one -> one.subject(Beneficiary.Kind.CHILD)))
                .bindArray("pregnancies", UUID.class, column(all, one -> one.subject(Beneficiary.Kind.PREGNANCY)))
                .bindArray(
                        "families",
                        UUID.class,
                        column(
                                all,
                                one -> one.about() == null
                                        ? null
                                        : one.about().home().familyId()))
                .bindArray(
                        "needs",
                        UUID.class,
                        column(
                                all,
                                one -> one.about() == null ? null : one.about().needId()))
                .bindArray("bodies", String.class, column(all, one -> one.body(json)))
                .execute();
        sql.createUpdate("""
                        insert into webhook_delivery (id, event_id, client, endpoint_id, state, attempts, next_at)
                        select gen_random_uuid(), v.id, e.client, e.id, 'PENDING', 0, clock_timestamp()
                        from unnest(:ids, :clients, :types) as v (id, client, type)
                        join webhook_endpoint e on e.client = v.client and e.state = 'ACTIVE' and v.type = any(e.types)""")
                .bindArray("ids", UUID.class, column(all, Told::id))
                .bindArray("clients", String.class, column(all, Told::client))
                .bindArray(
                        "types",
                        String.class,
                        column(all, one -> one.payload().type().code()))
                .execute();
    }

    String body(ObjectMapper json) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a notification can't be written", impossible);
        }
    }

    private @Nullable UUID subject(Beneficiary.Kind kind) {
        return about == null || about.of().kind() != kind ? null : about.of().id();
    }

    private static @Nullable Object[] column(List<Told> all, Function<Told, @Nullable Object> field) {
        return all.stream().map(field).toArray();
    }
}
