package id.tumbuh.intervention.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.partner.Consented;
import id.tumbuh.intervention.partner.Kecamatan;
import id.tumbuh.intervention.partner.PartnerRules;
import id.tumbuh.intervention.partner.Pseudonyms;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells every partner in whose area a need opened, once, if its guardian agreed to that. */
@ApplicationScoped
class FanOut {
    private static final int PORTION = 20;

    private final Database database;
    private final RuleBook rules;
    private final Pseudonyms pseudonyms;
    private final ObjectMapper json;
    private final Clock clock = Clock.systemUTC();

    FanOut(Database database, RuleBook rules, Pseudonyms pseudonyms, ObjectMapper json) {
        this.database = database;
        this.rules = rules;
        this.pseudonyms = pseudonyms;
        this.json = json;
    }

    private record Listener(String client, Told.About about) {
        Pseudonyms.Known known() {
            return new Pseudonyms.Known(client, about.of());
        }
    }

    /** The next portion of notes; returns how many there were. */
    int step() {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        String purpose = PartnerRules.of(rules.on(today)).purpose();
        return database.write(Scope.everywhere(), tx -> {
            List<UUID> needs = tx.sql()
                    .createQuery("""
                            delete from webhook_notice where need_id in (
                                select need_id from webhook_notice order by at limit :portion for update skip locked)
                            returning need_id""")
                    .bind("portion", PORTION)
                    .mapTo(UUID.class)
                    .list();
            if (!needs.isEmpty()) {
                tell(tx.sql(), listeners(tx.sql(), needs, purpose, today), now);
            }
            return needs.size();
        });
    }

    /** By the hour: two partners that are told at the same moment would know that they are told of the same child. */
    private void tell(Handle sql, List<Listener> listeners, Instant now) {
        Map<Pseudonyms.Known, AreaCode> toName = new HashMap<>();
        listeners.forEach(one -> toName.put(one.known(), one.about().home().area()));
        Map<Pseudonyms.Known, String> names = pseudonyms.of(sql, toName);
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Told.store(
                sql,
                listeners.stream()
                        .map(one -> new Told(
                                UUID.randomUUID(),
                                one.client(),
                                one.about(),
                                new Told.Payload(
                                        EventType.NEED_OPENED,
                                        hour,
                                        new Told.Data(
                                                Objects.requireNonNull(names.get(one.known())),
                                                Kecamatan.of(one.about().home().area()),
                                                null,
                                                null))))
                        .toList(),
                json);
    }

    private static List<Listener> listeners(Handle sql, List<UUID> needs, String purpose, LocalDate today) {
        return sql.createQuery("""
                        select n.id, n.child_id, n.pregnancy_id, n.family_id, n.area_code, a.client
                        from need n
                        join partner a on not a.suspended
                            and (n.area_code = a.area_code or starts_with(n.area_code, a.area_code || '.'))
                        where n.id = any(:needs) and n.state = 'OPEN'
                            and exists (select from webhook_endpoint e where e.client = a.client and e.state = 'ACTIVE'
                                and 'need.opened' = any(e.types))
                            and not exists (select from placement p where p.need_id = n.id and p.state in ('HELD', 'COMMITTED'))
                            and not exists (select from webhook_event v where v.client = a.client and v.need_id = n.id
                                and v.type = 'need.opened')
                            and""" + " " + Consented.sql("n", "a.client"))
                .bindArray("needs", UUID.class, needs.toArray())
                .bind("purpose", purpose)
                .bind("day", today)
                .map((row, _) -> listener(row))
                .list();
    }

    private static Listener listener(ResultSet row) throws SQLException {
        UUID child = row.getObject("child_id", UUID.class);
        return new Listener(
                row.getString("client"),
                new Told.About(
                        child == null
                                ? Beneficiary.Ref.pregnancy(row.getObject("pregnancy_id", UUID.class))
                                : Beneficiary.Ref.child(child),
                        new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                        row.getObject("id", UUID.class)));
    }
}
