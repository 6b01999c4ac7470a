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
import java.util.Set;
import java.util.UUID;

/**
 * Ends placements whose consent was withdrawn, in the transaction that hears of it, or has run out, by the day. The chore also
 * ends what was claimed in the very moment of a withdrawal.
 */
@ApplicationScoped
class EndWithoutConsent implements PermissionsChanged, Chore {
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

    EndWithoutConsent(Database database, RuleBook rules, Announce announce) {
        this.database = database;
        this.rules = rules;
        this.announce = announce;
    }

    @Override
    public void changed(Transaction tx, Set<UUID> children, Set<UUID> families) {
        LocalDate today = today();
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
        return step(today()) == PORTION;
    }

    /** Returns how many were ended. */
    int step(LocalDate today) {
        String purpose = purpose(today);
        return database.write(Scope.everywhere(), tx -> {
            List<Placement.Live> without = tx.sql()
                    .createQuery(LIVE + "order by p.id limit :portion for update of p skip locked")
                    .bind("purpose", purpose)
                    .bind("day", today)
                    .bind("portion", PORTION)
                    .map((row, _) -> Placements.live(row))
                    .list();
            end(tx, today, without);
            return without.size();
        });
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
