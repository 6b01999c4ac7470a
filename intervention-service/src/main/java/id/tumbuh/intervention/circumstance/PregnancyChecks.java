package id.tumbuh.intervention.circumstance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The checks of pregnant women in the database; one statement for each batch. */
public final class PregnancyChecks {
    private PregnancyChecks() {}

    /** Keeps each in its newest version. The caller has locked the pregnancies. */
    public static void keep(Handle sql, Collection<PregnancyCheck> told) {
        Map<UUID, PregnancyCheck> newest = new HashMap<>();
        told.forEach(one -> newest.merge(one.checkId(), one, (a, b) -> b.version() > a.version() ? b : a));
        List<PregnancyCheck> rows = List.copyOf(newest.values());
        if (rows.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        insert into pregnancy_check (check_id, pregnancy_id, area_code, version, checked_on, voided, signs)
                        select check_id, pregnancy_id, area_code, version, checked_on, voided, string_to_array(signs, ',')
                        from unnest(:ids, :pregnancies, :areas, :versions, :days, :voided, :signs)
                            as told (check_id, pregnancy_id, area_code, version, checked_on, voided, signs)
                        on conflict on constraint pregnancy_check_pk do update
                        set pregnancy_id = excluded.pregnancy_id, area_code = excluded.area_code,
                            version = excluded.version, checked_on = excluded.checked_on, voided = excluded.voided,
                            signs = excluded.signs
                        where pregnancy_check.version < excluded.version""")
                .bindArray("ids", UUID.class, column(rows, PregnancyCheck::checkId))
                .bindArray("pregnancies", UUID.class, column(rows, PregnancyCheck::pregnancyId))
                .bindArray(
                        "areas",
                        String.class,
                        column(rows, one -> one.home().area().value()))
                .bindArray("versions", Long.class, column(rows, PregnancyCheck::version))
                .bindArray("days", LocalDate.class, column(rows, PregnancyCheck::checkedOn))
                .bindArray("voided", Boolean.class, column(rows, PregnancyCheck::voided))
                .bindArray("signs", String.class, column(rows, one -> Codes.joined(one.causes())))
                .execute();
    }

    /** What the latest check of each pregnancy shows; one without a check is left out. */
    public static Map<UUID, Set<Cause>> latest(Handle sql, Collection<UUID> pregnancies) {
        Map<UUID, Set<Cause>> latest = new HashMap<>();
        sql.createQuery("""
                        select distinct on (pregnancy_id) pregnancy_id, signs from pregnancy_check
                        where pregnancy_id = any(:pregnancies) and not voided
                        order by pregnancy_id, checked_on desc, check_id""")
                .bindArray("pregnancies", UUID.class, pregnancies.toArray())
                .map((row, _) ->
                        Map.entry(row.getObject("pregnancy_id", UUID.class), Codes.read(row.getArray("signs"))))
                .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
        return latest;
    }

    private static @Nullable Object[] column(
            List<PregnancyCheck> rows, Function<PregnancyCheck, @Nullable Object> field) {
        return rows.stream().map(field).toArray();
    }
}
