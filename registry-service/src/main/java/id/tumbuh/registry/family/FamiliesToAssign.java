package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.batch.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Families of a desa that was split, until it is known in which of the parts each lives. */
@ApplicationScoped
public class FamiliesToAssign {

    /** A family without its name: its neighbourhood is what decides. */
    @Schema(name = "FamilyToAssign")
    public record Waiting(
            UUID familyId,
            String area,
            @Nullable String rw,
            @Nullable String rt) {

        private static Waiting read(ResultSet row) throws SQLException {
            return new Waiting(
                    row.getObject("id", UUID.class),
                    row.getString("area_code"),
                    row.getString("rw"),
                    row.getString("rt"));
        }

        public Pages.Position position() {
            return new Pages.Position(area, familyId);
        }
    }

    /** Everybody who lives in the desa now. */
    public int mark(Handle sql, UUID change, AreaCode desa) {
        return sql.createUpdate("update family set to_assign = :change where area_code = :desa and merged_into is null")
                .bind("change", change)
                .bind("desa", desa.value())
                .execute();
    }

    /** How many that would be. */
    public long wouldWait(Handle sql, AreaCode desa) {
        return sql.createQuery("select count(*) from family where area_code = :desa and merged_into is null")
                .bind("desa", desa.value())
                .mapTo(Long.class)
                .one();
    }

    public long count(Handle sql, UUID change, AreaCode desa) {
        return sql.createQuery("select count(*) from family where to_assign = :change and area_code = :desa")
                .bind("change", change)
                .bind("desa", desa.value())
                .mapTo(Long.class)
                .one();
    }

    public List<Waiting> page(Handle sql, UUID change, AreaCode desa, Pages.Position after, int limit) {
        return sql.createQuery("""
                        select id, area_code, rw, rt from family
                        where to_assign = :change and area_code = :desa and (area_code, id) > (:afterArea, :afterId)
                        order by area_code, id limit :limit""")
                .bind("change", change)
                .bind("desa", desa.value())
                .bind("afterArea", after.area())
                .bind("afterId", after.id())
                .bind("limit", limit)
                .map((row, _) -> Waiting.read(row))
                .list();
    }

    /** The next of a neighbourhood; a neighbourhood is written with zeros before it or without. */
    public List<UUID> lockIn(
            Handle sql, UUID change, AreaCode desa, @Nullable String rw, @Nullable String rt, int limit) {
        return sql.createQuery("""
                        select id from family
                        where to_assign = :change and area_code = :desa
                            and (cast(:rw as text) is null or ltrim(rw, '0') = ltrim(cast(:rw as text), '0'))
                            and (cast(:rt as text) is null or ltrim(rt, '0') = ltrim(cast(:rt as text), '0'))
                        order by id limit :limit for update""")
                .bind("change", change)
                .bind("desa", desa.value())
                .bind("rw", rw)
                .bind("rt", rt)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /** Of these, those that still wait. */
    public List<UUID> lockAmong(Handle sql, UUID change, AreaCode desa, Collection<UUID> ids) {
        return sql.createQuery("""
                        select id from family where id = any(:ids) and to_assign = :change and area_code = :desa
                        order by id for update""")
                .bindArray("ids", UUID.class, ids)
                .bind("change", change)
                .bind("desa", desa.value())
                .mapTo(UUID.class)
                .list();
    }

    /** It is known where they live. */
    public void assigned(Handle sql, Collection<UUID> ids) {
        sql.createUpdate("update family set to_assign = null where id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .execute();
    }
}
