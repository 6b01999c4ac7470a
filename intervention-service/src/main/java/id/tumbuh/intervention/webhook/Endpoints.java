package id.tumbuh.intervention.webhook;

import id.tumbuh.intervention.partner.Acting;
import id.tumbuh.intervention.partner.PartnerKeys;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The endpoints of the database, each client's for itself: another's isn't there. */
@ApplicationScoped
class Endpoints {
    private static final String USE = "webhook-secret";

    private final Database database;
    private final Targets targets;
    private final PartnerKeys keys;
    private final WebhookConfig config;

    Endpoints(Database database, Targets targets, PartnerKeys keys, WebhookConfig config) {
        this.database = database;
        this.targets = targets;
        this.keys = keys;
        this.config = config;
    }

    /** An endpoint with the secret that was made for it just now, if one was. */
    record Put(Endpoint endpoint, @Nullable Secret secret) {}

    /** @param expected the version it changes; null makes one, and changes nothing that stands */
    Put put(Acting.Party party, UUID id, EndpointForm form, @Nullable Long expected) {
        if (targets.of(form.target()).isEmpty()) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/url", InterventionProblem.WEBHOOK_TARGET_REFUSED));
        }
        return database.write(party.actor().scope(), tx -> {
            // one at a time for each client, so that its endpoints are counted right
            tx.sql()
                    .createQuery("select pg_advisory_xact_lock(hashtextextended('webhooks/' || :client, 0))")
                    .bind("client", party.client())
                    .mapToMap()
                    .one();
            Optional<Endpoint> stands = find(tx.sql(), party.client(), id);
            return stands.isEmpty()
                    ? make(tx, party, new Endpoint(id, form.target(), form.sorted(), null, 1), expected)
                    : change(tx, party, stands.get(), form, expected);
        });
    }

    List<Endpoint> all(Acting.Party party) {
        return database.read(
                party.actor().scope(),
                sql -> sql.createQuery("select * from webhook_endpoint where client = :client order by id")
                        .bind("client", party.client())
                        .map((row, _) -> endpoint(row))
                        .list());
    }

    /** The old secret signs for a while beside the new one, so that nothing is lost while the partner changes over. */
    Put rotate(Acting.Party party, UUID id, Instant now) {
        Secret fresh = Secret.random();
        return database.write(party.actor().scope(), tx -> {
            Endpoint before = known(tx.sql(), party.client(), id);
            Endpoint after = new Endpoint(id, before.url(), before.types(), before.disabled(), before.version() + 1);
            tx.sql()
                    .createUpdate("""
                            update webhook_endpoint set previous_secret = secret, previous_until = :until,
                                secret = :secret, version = :version where client = :client and id = :id""")
                    .bind("until", OffsetDateTime.ofInstant(now.plus(config.oldSecret()), ZoneOffset.UTC))
                    .bind("secret", sealed(party.client(), id, fresh))
                    .bind("version", after.version())
                    .bind("client", party.client())
                    .bind("id", id)
                    .execute();
            tx.audit(party.actor().did("ROTATE", "webhook", id, null));
            return new Put(after, fresh);
        });
    }

    /** What was to be told there goes with it. */
    void remove(Acting.Party party, UUID id) {
        database.<@Nullable Object>write(party.actor().scope(), tx -> {
            known(tx.sql(), party.client(), id);
            tx.sql()
                    .createUpdate("delete from webhook_endpoint where client = :client and id = :id")
                    .bind("client", party.client())
                    .bind("id", id)
                    .execute();
            tx.audit(party.actor().did("REMOVE", "webhook", id, null));
            return null;
        });
    }

    static Endpoint known(Handle sql, String client, UUID id) {
        return find(sql, client, id)
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.WEBHOOK_UNKNOWN)));
    }

    /** Opens a stored secret; an installation with another key file can't. */
    Secret secret(String client, UUID id, byte[] sealed) {
        return Secret.of(keys.open(USE, client, id.toString(), sealed)
                .orElseThrow(() -> new IllegalStateException("a webhook's secret was sealed by another key file")));
    }

    private byte[] sealed(String client, UUID id, Secret secret) {
        return keys.seal(USE, client, id.toString(), secret.key());
    }

    private Put make(Transaction tx, Acting.Party party, Endpoint endpoint, @Nullable Long expected) {
        if (expected != null) {
            throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
        }
        int others = tx.sql()
                .createQuery("select count(*) from webhook_endpoint where client = :client")
                .bind("client", party.client())
                .mapTo(Integer.class)
                .one();
        if (others >= config.perClient()) {
            throw new ProblemException(Problem.of(InterventionProblem.TOO_MANY_WEBHOOKS));
        }
        Secret secret = Secret.random();
        tx.sql()
                .createUpdate("""
                        insert into webhook_endpoint (client, id, url, types, state, secret, version)
                        values (:client, :id, :url, string_to_array(:types, ','), 'ACTIVE', :secret, 1)""")
                .bind("client", party.client())
                .bind("id", endpoint.id())
                .bind("url", endpoint.url())
                .bind("types", String.join(",", endpoint.types()))
                .bind("secret", sealed(party.client(), endpoint.id(), secret))
                .execute();
        tx.audit(party.actor().did("REGISTER", "webhook", endpoint.id(), null));
        return new Put(endpoint, secret);
    }

    /** The same again brings a disabled one back. */
    private static Put change(
            Transaction tx, Acting.Party party, Endpoint stands, EndpointForm form, @Nullable Long expected) {
        boolean isSame = stands.url().equals(form.target()) && stands.types().equals(form.sorted());
        if (isSame && stands.disabled() == null) {
            return new Put(stands, null);
        }
        if (!isSame && expected == null) {
            throw new ProblemException(Problem.of(CommonProblem.CONFLICT));
        }
        if (expected != null && expected != stands.version()) {
            throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
        }
        Endpoint after = new Endpoint(stands.id(), form.target(), form.sorted(), null, stands.version() + 1);
        tx.sql()
                .createUpdate("""
                        update webhook_endpoint set url = :url, types = string_to_array(:types, ','), state = 'ACTIVE',
                            disabled = null, version = :version where client = :client and id = :id""")
                .bind("url", after.url())
                .bind("types", String.join(",", after.types()))
                .bind("version", after.version())
                .bind("client", party.client())
                .bind("id", after.id())
                .execute();
        tx.audit(party.actor().did("CHANGE", "webhook", after.id(), null));
        return new Put(after, null);
    }

    private static Optional<Endpoint> find(Handle sql, String client, UUID id) {
        return sql.createQuery("select * from webhook_endpoint where client = :client and id = :id for update")
                .bind("client", client)
                .bind("id", id)
                .map((row, _) -> endpoint(row))
                .findOne();
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        String disabled = row.getString("disabled");
        return new Endpoint(
                row.getObject("id", UUID.class),
                row.getString("url"),
                Arrays.stream((Object[]) row.getArray("types").getArray())
                        .map(String.class::cast)
                        .toList(),
                disabled == null ? null : Endpoint.Disabled.valueOf(disabled),
                row.getLong("version"));
    }
}
