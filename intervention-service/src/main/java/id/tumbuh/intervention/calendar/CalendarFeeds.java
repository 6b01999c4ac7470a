package id.tumbuh.intervention.calendar;

import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The feeds of the database. */
final class CalendarFeeds {
    private CalendarFeeds() {}

    /** Returns whether it is new. */
    static boolean insert(Handle sql, CalendarFeed feed, byte[] secretHash) {
        return sql.createUpdate("""
                        insert into calendar_feed (id, secret_hash, subject, role, area_code, kinds, english, expires_at)
                        values (:id, :hash, :subject, :role, :area, :kinds, :english, :expires)
                        on conflict on constraint calendar_feed_pk do nothing""")
                        .bind("id", feed.id())
                        .bind("hash", secretHash)
                        .bind("subject", feed.maker().subject())
                        .bind("role", feed.maker().roles())
                        .bind("area", feed.area().value())
                        .bindArray(
                                "kinds",
                                String.class,
                                feed.kinds().stream()
                                        .map(CalendarKind::name)
                                        .sorted()
                                        .toArray())
                        .bind("english", feed.english())
                        .bind("expires", feed.expiresAt().atOffset(ZoneOffset.UTC))
                        .execute()
                > 0;
    }

    static Optional<CalendarFeed> find(Handle sql, UUID id) {
        return sql.createQuery("select * from calendar_feed where id = :id and revoked_at is null")
                .bind("id", id)
                .map((row, _) -> feed(row))
                .findOne();
    }

    /** The feed behind an address, if it is good at that moment. */
    static Optional<CalendarFeed> bySecret(Handle sql, byte[] secretHash, Instant now) {
        return sql.createQuery("""
                        select * from calendar_feed where secret_hash = :hash and revoked_at is null and expires_at > :now""")
                .bind("hash", secretHash)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, _) -> feed(row))
                .findOne();
    }

    static List<CalendarFeed> ofSubject(Handle sql, String subject) {
        return sql.createQuery(
                        "select * from calendar_feed where subject = :subject and revoked_at is null order by id limit 1000")
                .bind("subject", subject)
                .map((row, _) -> feed(row))
                .list();
    }

    /** For ever; its address never works again. */
    static void revoke(Handle sql, UUID id) {
        sql.createUpdate(
                        "update calendar_feed set revoked_at = transaction_timestamp() where id = :id and revoked_at is null")
                .bind("id", id)
                .execute();
    }

    private static CalendarFeed feed(ResultSet row) throws SQLException {
        return new CalendarFeed(
                row.getObject("id", UUID.class),
                new CalendarFeed.Maker(row.getString("subject"), row.getString("role")),
                new AreaCode(row.getString("area_code")),
                Arrays.stream((Object[]) row.getArray("kinds").getArray())
                        .map(kind -> CalendarKind.valueOf((String) kind))
                        .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("english"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
