package id.tumbuh.intervention.placement;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Ends holds that ran out and promises whose time is over. */
@ApplicationScoped
class EndInTime implements Chore {
    private static final int PORTION = 200;

    private final Database database;
    private final Announce announce;

    EndInTime(Database database, Announce announce) {
        this.database = database;
        this.announce = announce;
    }

    @Override
    public String name() {
        return "placements.ended";
    }

    @Override
    public boolean step() {
        return step(Clock.systemUTC().instant()) == PORTION;
    }

    /** Returns how many were ended. */
    int step(Instant now) {
        LocalDate today = Days.of(now);
        return database.write(Scope.everywhere(), tx -> {
            List<Placement.Ended> ended = new ArrayList<>();
            tx.sql()
                    .createQuery("""
                            select * from placement
                            where state = 'HELD' and held_until <= :now or state = 'COMMITTED' and to_on < :today
                            order by id limit :portion for update skip locked""")
                    .bind("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                    .bind("today", today)
                    .bind("portion", PORTION)
                    .map((row, _) -> Placements.live(row))
                    .forEach(live -> ended.add(
                            switch (live) {
                                case Placement.Held held -> held.ended(EndReason.HOLD_RAN_OUT, today);
                                case Placement.Committed committed ->
                                    committed.ended(
                                            EndReason.PERIOD_OVER,
                                            committed.period().to());
                            }));
            announce.ended(tx, ended);
            return ended.size();
        });
    }
}
