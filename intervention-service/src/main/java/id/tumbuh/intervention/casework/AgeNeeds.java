package id.tumbuh.intervention.casework;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.need.NeedRules;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * What nobody tells: that a child in need has lived its first 1,000 days, or has outgrown the programme. Whatever is due is read
 * from the needs themselves, so a day on which this did not run is made up for by the next. A child that nobody has weighed for
 * long is left as it was: nobody has looked whether it was helped.
 */
@ApplicationScoped
class AgeNeeds implements Chore {
    private static final int PORTION = 500;
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));

    private final Database database;
    private final Casework casework;
    private final RuleBook rules;

    AgeNeeds(Database database, Casework casework, RuleBook rules) {
        this.database = database;
        this.casework = casework;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "needs.aged";
    }

    @Override
    public boolean step() {
        return step(LocalDate.now(CLOCK)) == PORTION;
    }

    /** Returns how many needs were looked at. */
    int step(LocalDate day) {
        RuleSet set = rules.on(day);
        NeedRules today = NeedRules.of(set);
        int followed = set.number("need.followed-within-months").intValueExact();
        return database.write(Scope.everywhere(), tx -> {
            List<UUID> children = tx.sql()
                    .createQuery("""
                            select c.id from need n join child c on c.id = n.child_id
                            where n.state = 'OPEN' and c.birth_date is not null and (
                                (n.first_thousand_days and c.birth_date + make_interval(months => :first) <= :day)
                                or c.birth_date + make_interval(months => :below) <= :day)
                                and exists (
                                    select from weighing w where w.child_id = c.id and not w.voided
                                        and w.measured_on >= cast(:day as date) - make_interval(months => :followed))
                            order by c.id limit :portion""")
                    .bind("first", today.rank().firstThousandDaysBelowMonths())
                    .bind("below", today.belowMonths())
                    .bind("followed", followed)
                    .bind("day", day)
                    .bind("portion", PORTION)
                    .mapTo(UUID.class)
                    .list();
            casework.take(
                    tx,
                    children.stream()
                            .<Fact>map(child -> new Fact.Aged(Beneficiary.Ref.child(child), day))
                            .toList());
            return children.size();
        });
    }
}
