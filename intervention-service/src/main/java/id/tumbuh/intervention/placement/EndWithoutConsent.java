package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.permission.PermissionsChanged;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Ends placements whose consent was withdrawn, in the transaction that hears of it, or has run out. The chore looks at all of them when
 * the day turns, a portion after another, and then goes on at its leisure.
 */
@ApplicationScoped
class EndWithoutConsent implements PermissionsChanged, Chore {
    /** Before every need. */
    static final UUID START = new UUID(0, 0);

    private static final UUID END = new UUID(-1, -1);
    private static final int PORTION = 200;
    private static final String LIVE = """
            select p.* from placement p join sponsor s on s.id = p.sponsor_id
            where p.state in ('HELD', 'COMMITTED') and not exists (
                select from permission c
                where (p.child_id is not null and c.child_id = p.child_id
                        or p.child_id is null and c.child_id is null and c.family_id = p.family_id)
                    and c.purpose = :purpose and not c.withdrawn and :day between c.valid_from and c.valid_until
                    and (c.partner is null or c.partner = s.client))
            """;

    private final Database database;
    private final RuleBook rules;
    private final Announce announce;

    /** How far the chore, which is one thread, has come; after a restart it begins anew. */
    private UUID place = START;

    private @Nullable LocalDate day;
    private boolean lookedThrough;

    EndWithoutConsent(Database database, RuleBook rules, Announce announce) {
        this.database = database;
        this.rules = rules;
        this.announce = announce;
    }

    @Override
    public void changed(Transaction tx, Set<UUID> children, Set<UUID> families) {
        LocalDate today = today();
        lockFamilies(tx.sql(), children, families);
        end(
                tx,
                today,
                tx.sql()
                        .createQuery(LIVE + """
                                and (p.child_id = any(:children) or p.child_id is null and p.family_id = any(:families))
                                order by p.id for update of p""")
                        .bindArray("children", UUID.class, children.toArray())
                        .bindArray("families", UUID.class, families.toArray())
                        .bind("purpose", purpose(today))
                        .bind("day", today)
                        .map((row, _) -> Placements.live(row))
                        .list());
    }

    @Override
    public String name() {
        return "placements.without-consent";
    }

    @Override
    public boolean step() {
        LocalDate today = today();
        if (!today.equals(day)) { // those behind were looked at for the day before
            day = today;
            place = START;
            lookedThrough = false;
        }
        place = step(today, place);
        lookedThrough |= place.equals(START);
        return !lookedThrough;
    }

    /**
     * Ends those of the next portion that have no consent on the day.
     *
     * @param after the need behind which the portion begins
     * @return where the next begins: at the start again when this was the last
     */
    UUID step(LocalDate today, UUID after) {
        String purpose = purpose(today);
        return database.write(Scope.everywhere(), tx -> {
            Optional<UUID> last = tx.sql()
                    .createQuery("""
                            select need_id from placement where state in ('HELD', 'COMMITTED') and need_id > :after
                            order by need_id limit 1 offset :others""")
                    .bind("after", after)
                    .bind("others", PORTION - 1)
                    .mapTo(UUID.class)
                    .findOne();
            end(
                    tx,
                    today,
                    tx.sql()
                            .createQuery(
                                    LIVE
                                            + "and p.need_id > :after and p.need_id <= :last order by p.id for update of p skip locked")
                            .bind("purpose", purpose)
                            .bind("day", today)
                            .bind("after", after)
                            .bind("last", last.orElse(END))
                            .map((row, _) -> Placements.live(row))
                            .list());
            return last.orElse(START);
        });
    }

    /** Who claims holds its need's family: a claim that has looked at the consents is waited for, and one that has not sees the new ones. */
    private static void lockFamilies(Handle sql, Set<UUID> children, Set<UUID> families) {
        sql.createQuery("""
                        select f.id from family f
                        where f.id = any(cast(:families as uuid[])
                            || array(select family_id from need where child_id = any(:children) and state = 'OPEN'))
                        order by f.id for no key update""")
                .bindArray("families", UUID.class, families.toArray())
                .bindArray("children", UUID.class, children.toArray())
                .mapTo(UUID.class)
                .list();
    }

    private void end(Transaction tx, LocalDate today, List<Placement.Live> without) {
        announce.ended(
                tx,
                without.stream()
                        .map(live -> live.ended(EndReason.CONSENT_WITHDRAWN, today))
                        .toList());
    }

    private String purpose(LocalDate day) {
        return PlacementRules.of(rules.on(day)).consentPurpose();
    }

    private static LocalDate today() {
        return Days.of(Clock.systemUTC().instant());
    }
}
