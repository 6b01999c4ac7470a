package id.tumbuh.intervention.webhook;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Deletes what was told long ago. */
@ApplicationScoped
class ForgetEvents implements Chore {
    private static final int PORTION = 1_000;

    private final Database database;
    private final WebhookConfig config;
    private final Clock clock = Clock.systemUTC();

    ForgetEvents(Database database, WebhookConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public String name() {
        return "webhooks.forgotten";
    }

    @Override
    public boolean step() {
        return database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                                .createUpdate("""
                                delete from webhook_event where id in (
                                    select id from webhook_event where at < :before limit :portion for update skip locked)""")
                                .bind("before", Deliveries.time(clock.instant().minus(config.keep())))
                                .bind("portion", PORTION)
                                .execute()
                        == PORTION);
    }
}
