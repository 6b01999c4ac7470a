package id.tumbuh.intervention.webhook;

import id.tumbuh.intervention.partner.Consented;
import id.tumbuh.intervention.partner.PartnerRules;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The queue: what is due is leased to one replica, and comes back when that one dies. */
@ApplicationScoped
class Deliveries {
    private static final String DUE = """
            with chosen as (
                select d.id from webhook_endpoint e
                cross join lateral (
                    select q.id from webhook_delivery q
                    where q.client = e.client and q.endpoint_id = e.id and q.state = 'PENDING' and q.next_at <= :now
                        and (q.leased_until is null or q.leased_until <= :now)
                    order by q.next_at, q.id limit :each for update skip locked) as d
                where e.state = 'ACTIVE'
                    and not exists (select from partner a where a.client = e.client and a.suspended)
                    and not exists (select from webhook_delivery b where b.client = e.client and b.endpoint_id = e.id
                        and b.state = 'PENDING' and b.leased_until > :now)
                limit :portion)
            update webhook_delivery w set attempts = w.attempts + 1, leased_until = :lease
            from chosen, webhook_event v, webhook_endpoint e
            where w.id = chosen.id and v.id = w.event_id and e.client = w.client and e.id = w.endpoint_id
            returning w.id, w.attempts, w.client, w.endpoint_id, v.id as event_id, v.body, e.url, e.secret, e.previous_secret,
                e.previous_until, (v.family_id is null or CONSENTED) as allowed""".replace("CONSENTED", Consented.sql("v", "v.client"));
    private static final String MINE = " where id = :id and attempts = :number and state = 'PENDING'";
    private static final double JITTER = 0.2;

    private final Database database;
    private final RuleBook rules;
    private final Endpoints endpoints;
    private final WebhookConfig config;

    Deliveries(Database database, RuleBook rules, Endpoints endpoints, WebhookConfig config) {
        this.database = database;
        this.rules = rules;
        this.endpoints = endpoints;
        this.config = config;
    }

    private record Leased(Attempt attempt, boolean allowed) {}

    /** Leases what is due, to each endpoint as much as it may have under way; what nobody agrees to any more is never sent. */
    List<Attempt> lease(int portion, Instant now) {
        LocalDate today = Days.of(now);
        String purpose = PartnerRules.of(rules.on(today)).purpose();
        return database.write(Scope.everywhere(), tx -> {
            List<Leased> leased = tx.sql()
                    .createQuery(DUE)
                    .bind("now", time(now))
                    .bind("lease", time(now.plus(config.lease())))
                    .bind("each", config.perEndpoint())
                    .bind("portion", portion)
                    .bind("purpose", purpose)
                    .bind("day", today)
                    .map((row, _) -> leased(row, now))
                    .list();
            List<Attempt> attempts = new ArrayList<>();
            for (Leased one : leased) {
                if (one.allowed()) {
                    attempts.add(one.attempt());
                } else {
                    finish(tx, one.attempt(), "WITHDRAWN", null, null, now);
                }
            }
            return attempts;
        });
    }

    /** Takes down what came of an attempt. A late answer, after another replica took it up, changes nothing. */
    void settle(Attempt attempt, Answer answer, Instant now) {
        database.<@Nullable Object>write(Scope.everywhere(), tx -> {
            switch (answer) {
                case Answer.Taken(int status) -> finish(tx, attempt, "DELIVERED", status, null, now);
                case Answer.Gone() -> {
                    if (finish(tx, attempt, "FAILED", 410, Answer.Why.ANSWER, now)) {
                        disable(tx, attempt, Endpoint.Disabled.GONE);
                    }
                }
                case Answer.Failed failed
                when attempt.number() > config.retries().size() -> {
                    if (finish(tx, attempt, "FAILED", failed.status(), failed.why(), now)) {
                        disable(tx, attempt, Endpoint.Disabled.RETRIES_EXHAUSTED);
                    }
                }
                case Answer.Failed failed -> again(tx, attempt, failed, now);
            }
            return null;
        });
    }

    private void again(Transaction tx, Attempt attempt, Answer.Failed failed, Instant now) {
        Duration pause = jittered(config.retries().get(attempt.number() - 1));
        tx.sql()
                .createUpdate("""
                        update webhook_delivery set leased_until = null, next_at = :next, last_status = cast(:status as integer),
                            last_error = :why""" + MINE)
                .bind("next", time(now.plus(pause)))
                .bind("status", failed.status())
                .bind("why", failed.why().name())
                .bind("id", attempt.deliveryId())
                .bind("number", attempt.number())
                .execute();
    }

    /** So that what failed together doesn't come back together. */
    static Duration jittered(Duration pause) {
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }

    private static boolean finish(
            Transaction tx,
            Attempt attempt,
            String state,
            @Nullable Integer status,
            Answer.@Nullable Why why,
            Instant now) {
        return tx.sql()
                        .createUpdate("""
                        update webhook_delivery set state = :state, leased_until = null, finished_at = :now,
                            last_status = cast(:status as integer), last_error = cast(:why as text)""" + MINE)
                        .bind("state", state)
                        .bind("now", time(now))
                        .bind("status", status)
                        .bind("why", why == null ? null : why.name())
                        .bind("id", attempt.deliveryId())
                        .bind("number", attempt.number())
                        .execute()
                == 1;
    }

    private static void disable(Transaction tx, Attempt attempt, Endpoint.Disabled why) {
        tx.sql()
                .createUpdate("""
                        update webhook_endpoint set state = 'DISABLED', disabled = :why, version = version + 1
                        where client = :client and id = :id and state = 'ACTIVE'""")
                .bind("why", why.name())
                .bind("client", attempt.client())
                .bind("id", attempt.endpointId())
                .execute();
        tx.audit(Actor.system("intervention.webhooks").did("DISABLE", "webhook", attempt.endpointId(), null));
    }

    private Leased leased(ResultSet row, Instant now) throws SQLException {
        String client = row.getString("client");
        UUID endpoint = row.getObject("endpoint_id", UUID.class);
        List<Secret> secrets = new ArrayList<>();
        secrets.add(endpoints.secret(client, endpoint, row.getBytes("secret")));
        OffsetDateTime until = row.getObject("previous_until", OffsetDateTime.class);
        if (until != null && now.isBefore(until.toInstant())) {
            secrets.add(endpoints.secret(client, endpoint, row.getBytes("previous_secret")));
        }
        return new Leased(
                new Attempt(
                        row.getObject("id", UUID.class),
                        row.getInt("attempts"),
                        client,
                        endpoint,
                        row.getObject("event_id", UUID.class),
                        row.getString("url"),
                        row.getString("body"),
                        secrets),
                row.getBoolean("allowed"));
    }

    static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
