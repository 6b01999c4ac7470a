package id.tumbuh.registry.companion;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The teams of the database; one statement a table. */
final class Teams {
    private static final String INSERT = """
            insert into companion_team (id, area_code, number, active, fingerprint, version)
            select id, area_code, number, active, fingerprint, 1
            from unnest(?, ?, ?, ?, ?) as row (id, area_code, number, active, fingerprint) order by id
            on conflict do nothing
            returning id""";

    private Teams() {}

    /** A team to be stored. */
    @SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
    record Row(NewTeam team, byte[] fingerprint) {}

    /** A stored team. */
    record Known(NewTeam team, long version) {}

    private record Served(UUID team, String area) {}

    private record Membership(NewTeam team, NewTeam.Member member) {}

    /** Stores those whose id and number are free, with what belongs to them, and says which. */
    static Set<UUID> insert(Handle sql, Collection<Row> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        Set<UUID> created = new HashSet<>(Columns.of(List.copyOf(rows))
                .uuid(row -> row.team().id())
                .text(row -> row.team().seat())
                .int4(row -> row.team().number())
                .as("bool", row -> row.team().active())
                .bytes(Row::fingerprint)
                .query(sql, INSERT, row -> row.getObject(1, UUID.class)));
        insertParts(
                sql,
                rows.stream()
                        .map(Row::team)
                        .filter(team -> created.contains(team.id()))
                        .toList());
        return created;
    }

    private static void insertParts(Handle sql, List<NewTeam> teams) {
        List<Served> served = teams.stream()
                .flatMap(team -> team.areas().stream().map(area -> new Served(team.id(), area.value())))
                .toList();
        Columns.of(served).uuid(Served::team).text(Served::area).update(sql, """
                insert into companion_team_area (team_id, area_code) select * from unnest(?, ?)
                on conflict do nothing""");
        List<Membership> members = teams.stream()
                .flatMap(team -> team.members().stream().map(member -> new Membership(team, member)))
                .toList();
        Columns.of(members)
                .uuid(one -> one.team().id())
                .text(one -> one.team().seat())
                .text(one -> one.member().role())
                .text(one -> one.member().subject())
                .text(one -> one.member().name())
                .update(sql, """
                insert into companion_member (team_id, area_code, role, subject, name)
                select * from unnest(?, ?, ?, ?, ?)""");
    }

    static void replace(Handle sql, Row row, long version) {
        NewTeam team = row.team();
        sql.execute("delete from companion_team_area where team_id = ?", team.id());
        sql.execute("delete from companion_member where team_id = ?", team.id());
        sql.createUpdate("""
                        update companion_team set number = :number, active = :active, fingerprint = :fingerprint,
                            version = :version, changed_at = clock_timestamp() where id = :id""")
                .bind("number", team.number())
                .bind("active", team.active())
                .bind("fingerprint", row.fingerprint())
                .bind("version", version)
                .bind("id", team.id())
                .execute();
        insertParts(sql, List.of(team));
    }

    static Optional<Known> find(Handle sql, UUID id) {
        return known(sql, id, "");
    }

    static Optional<Known> lock(Handle sql, UUID id) {
        return known(sql, id, " for update");
    }

    private static Optional<Known> known(Handle sql, UUID id, String locking) {
        List<NewTeam.Member> members = sql.createQuery(
                        "select role, subject, name from companion_member where team_id = :id order by subject")
                .bind("id", id)
                .map((row, _) -> new NewTeam.Member(
                        CompanionRole.valueOf(row.getString("role")), row.getString("subject"), row.getString("name")))
                .list();
        List<AreaCode> areas = sql.createQuery("select area_code from companion_team_area where team_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .map(AreaCode::new)
                .list();
        return sql.createQuery("select * from companion_team where id = :id" + locking)
                .bind("id", id)
                .map((row, _) -> read(row, areas, members))
                .findOne();
    }

    private static Known read(ResultSet row, List<AreaCode> areas, List<NewTeam.Member> members) throws SQLException {
        return new Known(
                new NewTeam(
                        row.getObject("id", UUID.class),
                        new AreaCode(row.getString("area_code")),
                        row.getInt("number"),
                        row.getBoolean("active"),
                        areas,
                        members),
                row.getLong("version"));
    }

    static List<UUID> activeAmong(Handle sql, Collection<UUID> ids) {
        return sql.createQuery("select id from companion_team where active and id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(UUID.class)
                .list();
    }

    /** Whether the team is active and serves the desa; it stays so until the transaction ends. */
    static boolean serves(Handle sql, UUID team, String area) {
        return sql.createQuery("""
                        select t.id from companion_team t join companion_team_area s on s.team_id = t.id
                        where t.id = :team and t.active and s.area_code = :area for share of t""")
                .bind("team", team)
                .bind("area", area)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    /** Of these teams those the account is a member of. */
    static Set<UUID> ofMember(Handle sql, String subject, Collection<UUID> teams) {
        return new HashSet<>(sql.createQuery(
                        "select team_id from companion_member where subject = :subject and team_id = any(:teams)")
                .bind("subject", subject)
                .bindArray("teams", UUID.class, teams.toArray())
                .mapTo(UUID.class)
                .list());
    }
}
