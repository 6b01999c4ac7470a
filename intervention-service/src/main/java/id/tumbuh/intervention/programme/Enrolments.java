package id.tumbuh.intervention.programme;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The enrolments of the database. Whoever changes one holds the lock of its family. */
final class Enrolments {
    private Enrolments() {}

    /** Those of these needs that last. */
    static List<Enrolment> lastingOf(Handle sql, Collection<UUID> needs) {
        return sql.createQuery("select * from programme_beneficiary where need_id = any(:needs) and end_reason is null"
                        + " order by id")
                .bindArray("needs", UUID.class, needs.toArray())
                .map((row, _) -> enrolment(row))
                .list();
    }

    static List<Enrolment> page(Handle sql, UUID programme, UUID after, int rows) {
        return sql.createQuery("""
                        select * from programme_beneficiary
                        where programme_id = :programme and need_id > :after and end_reason is null
                        order by need_id limit :rows""")
                .bind("programme", programme)
                .bind("after", after)
                .bind("rows", rows)
                .map((row, _) -> enrolment(row))
                .list();
    }

    /** Any time in which one of these needs is given the same, also by one that has ended since. */
    record Paid(UUID needId, ProgrammeFunding.Time time) {}

    static List<Paid> paid(Handle sql, Collection<UUID> needs, Programme programme, Item.@Nullable Kind item) {
        return sql.createQuery("""
                        select b.need_id, b.from_on, least(b.to_on, b.ended_on) as until
                        from programme_beneficiary b join programme p on p.id = b.programme_id
                        where b.need_id = any(:needs) and p.state = 'ACTIVE' and least(b.to_on, b.ended_on) >= b.from_on
                            and coalesce(b.item, p.need_item) = :item""")
                .bindArray("needs", UUID.class, needs.toArray())
                .bind("item", item == null ? programme.plan().needItem() : item.name())
                .map((row, _) -> new Paid(
                        row.getObject("need_id", UUID.class),
                        new ProgrammeFunding.Time(
                                row.getObject("from_on", LocalDate.class), row.getObject("until", LocalDate.class))))
                .list();
    }

    /**
     * Any time in which a sponsor gives one of these needs the item, or gave it: as it was promised, and for as long as a promise lasts
     * from today where it is held and not promised yet.
     */
    static List<Paid> sponsored(
            Handle sql, Collection<UUID> needs, Item.Kind item, ProgrammeFunding.Time ifPromisedNow) {
        return sql.createQuery("""
                        select need_id, from_on, until from (
                            select need_id, from_on, least(to_on,
                                case when reason = 'CONSENT_WITHDRAWN' then ended_on - 1 else ended_on end) as until
                            from placement where need_id = any(:needs) and :item = any(items) and from_on is not null
                            union all
                            select need_id, cast(:from as date), cast(:to as date)
                            from placement where need_id = any(:needs) and :item = any(items) and state = 'HELD'
                                and held_until > clock_timestamp()) promised
                        where until >= from_on""")
                .bindArray("needs", UUID.class, needs.toArray())
                .bind("item", item.name())
                .bind("from", ifPromisedNow.from())
                .bind("to", ifPromisedNow.to())
                .map((row, _) -> new Paid(
                        row.getObject("need_id", UUID.class),
                        new ProgrammeFunding.Time(
                                row.getObject("from_on", LocalDate.class), row.getObject("until", LocalDate.class))))
                .list();
    }

    static void insert(Handle sql, List<Enrolment> all) {
        Columns.of(all)
                .uuid(Enrolment::id)
                .uuid(Enrolment::programmeId)
                .uuid(Enrolment::needId)
                .uuid(one -> id(one, Beneficiary.Kind.CHILD))
                .uuid(one -> id(one, Beneficiary.Kind.PREGNANCY))
                .uuid(one -> one.home().familyId())
                .text(one -> one.home().area())
                .text(Enrolment::item)
                .as("date", one -> one.time().from())
                .as("date", one -> one.time().to())
                .as("date", one -> one.plan() == null ? null : one.plan().from())
                .as("date", one -> one.plan() == null ? null : one.plan().to())
                .update(sql, """
                        insert into programme_beneficiary (id, programme_id, need_id, child_id, pregnancy_id, family_id, area_code,
                            item, from_on, to_on, plan_from, plan_to)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    }

    static void update(Handle sql, List<Enrolment> all) {
        Columns.of(all)
                .uuid(Enrolment::id)
                .uuid(one -> one.home().familyId())
                .text(one -> one.home().area())
                .as("date", one -> one.plan() == null ? null : one.plan().from())
                .as("date", one -> one.plan() == null ? null : one.plan().to())
                .as("date", one -> one.end() == null ? null : one.end().lastDay())
                .text(one -> one.end() == null ? null : one.end().reason())
                .update(sql, """
                        update programme_beneficiary b set family_id = told.family_id, area_code = told.area_code,
                            plan_from = told.plan_from, plan_to = told.plan_to, ended_on = told.ended_on, end_reason = told.end_reason
                        from unnest(?, ?, ?, ?, ?, ?, ?)
                            as told (id, family_id, area_code, plan_from, plan_to, ended_on, end_reason)
                        where b.id = told.id""");
    }

    /** The last day on which something was brought, by enrolment; locked, so that nobody tells of another meanwhile. */
    static Map<UUID, LocalDate> lastBrought(Handle sql, Collection<UUID> enrolments) {
        Map<UUID, LocalDate> last = new HashMap<>();
        sql.createQuery(
                        "select enrolment_id, state, told_day from delivery where enrolment_id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, enrolments.toArray())
                .map((row, _) -> {
                    if (row.getString("state").equals("DELIVERED")) {
                        last.merge(
                                row.getObject("enrolment_id", UUID.class),
                                requireNonNull(row.getObject("told_day", LocalDate.class)),
                                (one, other) -> one.isAfter(other) ? one : other);
                    }
                    return row.getRow();
                })
                .list();
        return last;
    }

    private static @Nullable UUID id(Enrolment one, Beneficiary.Kind kind) {
        return one.of().kind() == kind ? one.of().id() : null;
    }

    static Enrolment enrolment(ResultSet row) throws SQLException {
        UUID child = row.getObject("child_id", UUID.class);
        String item = row.getString("item");
        LocalDate planned = row.getObject("plan_from", LocalDate.class);
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        return new Enrolment(
                row.getObject("id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("need_id", UUID.class),
                child == null
                        ? Beneficiary.Ref.pregnancy(row.getObject("pregnancy_id", UUID.class))
                        : Beneficiary.Ref.child(child),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                item == null ? null : Item.Kind.valueOf(item),
                new ProgrammeFunding.Time(
                        row.getObject("from_on", LocalDate.class), row.getObject("to_on", LocalDate.class)),
                planned == null ? null : new ProgrammeFunding.Time(planned, row.getObject("plan_to", LocalDate.class)),
                ended == null ? null : new Enrolment.End(ended, Enrolment.Reason.valueOf(row.getString("end_reason"))));
    }
}
