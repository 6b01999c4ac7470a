package id.tumbuh.registry.emergency;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.batch.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The emergency accesses of the database. */
final class EmergencyAccesses {
    private static final String LIVE = "revoked_at is null and expires_at > clock_timestamp()";

    private static final String SELECT = """
            select e.*, e.revoked_at is null and e.expires_at > clock_timestamp() as live,
                (select count(distinct a.object_id) from audit_entry a
                 where a.subject = e.subject and a.at >= e.granted_at and a.at < coalesce(e.revoked_at, e.expires_at)
                    and a.action in ('READ', 'SEARCH') and a.object_type in ('child', 'family', 'member')
                    and (a.area_code = e.area_code or a.area_code like e.area_code || '.%')) as read
            from emergency_access e
            """;

    private EmergencyAccesses() {}

    static List<AreaCode> liveAreas(Handle sql, String subject) {
        return sql.createQuery("select area_code from emergency_access where subject = :subject and " + LIVE)
                .bind("subject", subject)
                .mapTo(String.class)
                .map(AreaCode::new)
                .list();
    }

    static boolean areaExists(Handle sql, String area) {
        return sql.createQuery("select exists (select from area where code = :area)")
                .bind("area", area)
                .mapTo(Boolean.class)
                .one();
    }

    /** One person's requests come one after another, or several could slip under the limit together. */
    static long liveOf(Handle sql, String subject) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "emergency:" + subject);
        return sql.createQuery("select count(*) from emergency_access where subject = :subject and " + LIVE)
                .bind("subject", subject)
                .mapTo(Long.class)
                .one();
    }

    static void add(Handle sql, EmergencyAccess.Wanted wanted, Actor actor, int hours) {
        sql.createUpdate("""
                        insert into emergency_access (id, subject, client, area_code, reason, reference, expires_at)
                        values (:id, :subject, :client, :area, :reason, :reference,
                            clock_timestamp() + make_interval(hours => :hours))""")
                .bind("id", wanted.id())
                .bind("subject", actor.subject())
                .bind("client", actor.client())
                .bind("area", wanted.area())
                .bind("reason", wanted.reason())
                .bind("reference", wanted.reference())
                .bind("hours", hours)
                .execute();
    }

    static Optional<EmergencyAccess> find(Handle sql, UUID id) {
        return sql.createQuery(SELECT + " where e.id = :id")
                .bind("id", id)
                .map((row, _) -> EmergencyAccess.read(row))
                .findOne();
    }

    /** The newest first, of the area and everything in it. */
    static List<EmergencyAccess> inside(Handle sql, AreaCode area, int limit) {
        return sql.createQuery(SELECT + """
                         where e.area_code >= :area and e.area_code < :area || '/'
                        order by e.granted_at desc, e.id limit :limit""")
                .bind("area", area.value())
                .bind("limit", limit)
                .map((row, _) -> EmergencyAccess.read(row))
                .list();
    }

    static List<EmergencyAccess> of(Handle sql, String subject, int limit) {
        return sql.createQuery(SELECT + " where e.subject = :subject order by e.granted_at desc, e.id limit :limit")
                .bind("subject", subject)
                .bind("limit", limit)
                .map((row, _) -> EmergencyAccess.read(row))
                .list();
    }

    /** False when it had ended already. */
    static boolean revoke(Handle sql, UUID id, String by) {
        return sql.createUpdate("update emergency_access set revoked_at = clock_timestamp(), revoked_by = :by"
                                + " where id = :id and " + LIVE)
                        .bind("by", by)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** The first who saw it is remembered. */
    static boolean acknowledge(Handle sql, UUID id, String by) {
        return sql.createUpdate("""
                        update emergency_access set acknowledged_at = clock_timestamp(), acknowledged_by = :by
                        where id = :id and acknowledged_at is null""").bind("by", by).bind("id", id).execute() == 1;
    }
}
