package id.tumbuh.registry.family;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where families lived before. */
final class FormerResidences {
    private FormerResidences() {}

    /** A residence that ended, without the address. */
    record Residence(
            String area,
            @Nullable String rw,
            @Nullable String rt,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /** A family moves one move after the other, none of them tomorrow. */
    static Optional<Registration.Invalid> refusal(Handle sql, NewHome home, LocalDate today) {
        LocalDate since = sql.createQuery("select resident_since from family where id = :id")
                .bind("id", home.family())
                .map((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .one()
                .orElse(LocalDate.MIN);
        return Faults.first(
                Faults.unless(!home.effectiveOn().isAfter(today), RegistryProblem.DATE_IN_FUTURE, "/effectiveOn"),
                Faults.unless(
                        !home.effectiveOn().isBefore(since), RegistryProblem.DATE_BEFORE_THE_LAST, "/effectiveOn"));
    }

    static void leave(Handle sql, NewFamily from, LocalDate on) {
        sql.createUpdate("""
                        with left_home as (
                            insert into former_residence (family_id, area_code, rw, rt, since, until)
                            select id, area_code, rw, rt, least(resident_since, :on), :on from family where id = :id)
                        update family set resident_since = :on where id = :id""").bind("id", from.id()).bind("on", on).execute();
    }

    /** Their desa has another code since a day; who came to it later has always lived under the new one. */
    static void leaveByCode(Handle sql, Collection<UUID> families, LocalDate on) {
        sql.createUpdate("""
                        with left_home as (
                            insert into former_residence (family_id, area_code, rw, rt, since, until)
                            select id, area_code, rw, rt, resident_since, :on from family
                            where id = any(:ids) and (resident_since is null or resident_since < :on))
                        update family set resident_since = greatest(resident_since, :on) where id = any(:ids)""")
                .bindArray("ids", UUID.class, families)
                .bind("on", on)
                .execute();
    }

    static List<Residence> of(Handle sql, UUID family) {
        return sql.createQuery("""
                        select area_code, rw, rt, since, until from former_residence where family_id = :family
                        union all
                        select area_code, rw, rt, resident_since, null from family where id = :family
                        order by until nulls last""")
                .bind("family", family)
                .map((row, _) -> new Residence(
                        row.getString("area_code"),
                        row.getString("rw"),
                        row.getString("rt"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)))
                .list();
    }
}
