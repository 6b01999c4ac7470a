package id.tumbuh.intervention.calendar;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The schedules of the database. */
final class WeighingSchedules {
    private WeighingSchedules() {}

    /** A schedule as it stands; one that has ended says no more than that. */
    record Stored(WeighingSchedule schedule, boolean ended, long version) {}

    static boolean insert(Handle sql, WeighingSchedule schedule) {
        return bound(sql.createUpdate("""
                        insert into weighing_schedule (id, posyandu_id, area_code, place, pattern, starts_on, ends_on, from_time,
                            to_time)
                        values (:id, :posyandu, :area, :place, :pattern, :starts, cast(:ends as date), :from, :to)
                        on conflict on constraint weighing_schedule_pk do nothing"""), schedule).execute() > 0;
    }

    static void update(Handle sql, WeighingSchedule schedule) {
        bound(sql.createUpdate("""
                        update weighing_schedule set posyandu_id = :posyandu, area_code = :area, place = :place,
                            pattern = :pattern, starts_on = :starts, ends_on = cast(:ends as date), from_time = :from,
                            to_time = :to, version = version + 1
                        where id = :id"""), schedule).execute();
    }

    static void end(Handle sql, UUID id) {
        sql.createUpdate("update weighing_schedule set ended = true, version = version + 1 where id = :id")
                .bind("id", id)
                .execute();
    }

    static Optional<Stored> lock(Handle sql, UUID id) {
        return sql.createQuery("select * from weighing_schedule where id = :id for update")
                .bind("id", id)
                .map((row, _) -> stored(row))
                .findOne();
    }

    static List<Stored> page(Handle sql, AreaRange areas, Page page) {
        return sql.createQuery("""
                        select * from weighing_schedule
                        where not ended and area_code >= :from and area_code < :to and (area_code, id) > (greatest(:afterArea, :from), :afterId)
                        order by area_code, id limit :rows""")
                .bind("from", areas.from())
                .bind("to", areas.to())
                .bind("afterArea", page.after().area())
                .bind("afterId", page.after().id())
                .bind("rows", page.rowsToRead())
                .map((row, _) -> stored(row))
                .list();
    }

    private static Update bound(Update statement, WeighingSchedule schedule) {
        return statement
                .bind("id", schedule.id())
                .bind("posyandu", schedule.posyanduId())
                .bind("area", schedule.area().value())
                .bind("place", schedule.place())
                .bind("pattern", schedule.timing().pattern().rule())
                .bind("starts", schedule.timing().startsOn())
                .bind("ends", schedule.timing().endsOn())
                .bind("from", schedule.timing().from())
                .bind("to", schedule.timing().to());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new WeighingSchedule(
                        row.getObject("id", UUID.class),
                        row.getObject("posyandu_id", UUID.class),
                        new AreaCode(row.getString("area_code")),
                        row.getString("place"),
                        new Timing.Monthly(
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                MonthlyPattern.ofRule(row.getString("pattern")),
                                row.getObject("from_time", LocalTime.class),
                                row.getObject("to_time", LocalTime.class))),
                row.getBoolean("ended"),
                row.getLong("version"));
    }
}
