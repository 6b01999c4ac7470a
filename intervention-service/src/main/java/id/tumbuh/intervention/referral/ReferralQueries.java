package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.listing.AreaBelow;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads referrals as a scope sees them. */
@ApplicationScoped
class ReferralQueries {
    /** The same comparison as {@link EscalationRule#limit}, in the words of the database. */
    private static final String OVERDUE =
            "(state = 'OPEN' and stage <> 'DONE' and coalesce(due_on, sent_on + :acceptWithin) < :today)";

    private final Database database;

    ReferralQueries(Database database) {
        this.database = database;
    }

    /** What is asked for; what is left out is any. */
    record Wanted(
            AreaRange areas,
            ReferralEvent.State state,
            @Nullable OpdField field,
            Progress.@Nullable Stage stage,
            @Nullable Boolean overdue,
            @Nullable EscalationLevel level) {}

    /** By which clock and rule something is overdue. */
    record AsOf(EscalationRule rule, LocalDate today) {}

    /** The referrals of one area below the one asked for and of one field; those of before stand under {@code closed}. */
    record FieldCount(
            String area, String field, long sent, long accepted, long declined, long done, long overdue, long closed) {}

    List<Referral> page(Scope scope, Wanted wanted, AsOf asOf, Page page) {
        // The state is part of the text, not a binding, so that the index of that state serves the query.
        String state = wanted.state() == ReferralEvent.State.OPEN ? "state = 'OPEN'" : "state = 'CLOSED'";
        return database.read(
                scope,
                sql -> sql.createQuery("select * from referral where " + state + """
                                 and area_code >= :from and area_code < :to
                                and (area_code, id) > (greatest(:afterArea, :from), :afterId)
                                and (:field::text is null or field = :field)
                                and (:stage::text is null or stage = :stage)
                                and (:level::text is null or escalated_to = :level)
                                and (:overdue::boolean is null or :overdue =\s""" + OVERDUE
                                + ") order by area_code, id limit :rows")
                        .bind("from", wanted.areas().from())
                        .bind("to", wanted.areas().to())
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind("field", text(wanted.field()))
                        .bind("stage", text(wanted.stage()))
                        .bind("level", text(wanted.level()))
                        .bind("overdue", wanted.overdue())
                        .bind("acceptWithin", asOf.rule().acceptWithinDays())
                        .bind("today", asOf.today())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> Referrals.referral(row))
                        .list());
    }

    Optional<Referral> byId(Scope scope, UUID id) {
        return database.read(
                scope, sql -> Referrals.byIds(sql, List.of(id)).stream().findFirst());
    }

    /** By the areas directly below the one asked for and by field; by province when no area is. */
    List<FieldCount> summary(Scope scope, @Nullable AreaCode area, @Nullable OpdField field, AsOf asOf) {
        AreaRange range = AreaRange.of(area == null ? null : area.value(), scope);
        return database.read(
                scope,
                sql -> sql.createQuery("""
                                select left(area_code, :length) as area, field,
                                    count(*) filter (where state = 'OPEN' and stage = 'SENT') as sent,
                                    count(*) filter (where state = 'OPEN' and stage = 'ACCEPTED') as accepted,
                                    count(*) filter (where state = 'OPEN' and stage = 'DECLINED') as declined,
                                    count(*) filter (where state = 'OPEN' and stage = 'DONE') as done,
                                    count(*) filter (where state = 'CLOSED') as closed,
                                    count(*) filter (where\s""" + OVERDUE + """
                                ) as overdue
                                from referral
                                where area_code >= :from and area_code < :to and (:field::text is null or field = :field)
                                group by 1, 2 order by 1, 2""")
                        .bind("length", AreaBelow.of(area).codeLength())
                        .bind("from", range.from())
                        .bind("to", range.to())
                        .bind("field", text(field))
                        .bind("acceptWithin", asOf.rule().acceptWithinDays())
                        .bind("today", asOf.today())
                        .map((row, _) -> new FieldCount(
                                row.getString("area"),
                                row.getString("field"),
                                row.getLong("sent"),
                                row.getLong("accepted"),
                                row.getLong("declined"),
                                row.getLong("done"),
                                row.getLong("overdue"),
                                row.getLong("closed")))
                        .list());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
