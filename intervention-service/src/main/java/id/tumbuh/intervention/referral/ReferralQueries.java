package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads referrals as a scope sees them. */
@ApplicationScoped
class ReferralQueries {
    private final Database database;

    ReferralQueries(Database database) {
        this.database = database;
    }

    /** What is asked for; a field left out is any. */
    record Wanted(
            AreaRange areas,
            ReferralEvent.State state,
            @Nullable OpdField field) {}

    List<Referral> page(Scope scope, Wanted wanted, Page page) {
        // The state is part of the text, not a binding, so that the index of that state serves the query.
        String state = wanted.state() == ReferralEvent.State.OPEN ? "state = 'OPEN'" : "state = 'CLOSED'";
        return database.read(
                scope,
                sql -> sql.createQuery("select * from referral where " + state + """
                                 and area_code >= :from and area_code < :to
                                and (area_code, id) > (:afterArea, :afterId)
                                and (:field::text is null or field = :field)
                                order by area_code, id limit :rows""")
                        .bind("from", wanted.areas().from())
                        .bind("to", wanted.areas().to())
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind(
                                "field",
                                wanted.field() == null ? null : wanted.field().code())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> Referrals.referral(row))
                        .list());
    }
}
