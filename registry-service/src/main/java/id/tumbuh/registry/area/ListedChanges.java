package id.tumbuh.registry.area;

import id.tumbuh.platform.database.Columns;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What a list of areas says otherwise than the one before. The list gives no dates, so what it shows is dated on the day it was
 * loaded, until a change with its decree says better.
 */
record ListedChanges(Handle sql, long generation, String list, LocalDate day) {
    private static final String END = """
            update area_version v set valid_to = :day from area
            where area.code = v.code and v.valid_to = 'infinity' and v.valid_from < :day
                and (not area.active or area.name <> v.name)""";

    /** A second list on one day: what the first one said of that day never held. */
    private static final String WITHDRAW = """
            delete from area_version v using area
            where area.code = v.code and v.valid_to = 'infinity' and v.valid_from >= :day
                and (not area.active or area.name <> v.name)""";

    private static final String BEGIN = """
            insert into area_version (code, name, search, valid_from)
            select code, name, search, cast(:from as date) from area
            where active and not exists (
                select from area_version v where v.code = area.code and v.valid_to = 'infinity')""";

    private static final String RENAMED = """
            insert into area_succession (predecessor, successor, effective_on, kind, share, source)
            select now.code, now.code, :day, 'RENAMED', 1, :list
            from area_version now join area_version before on before.code = now.code and before.valid_to = :day
            where now.valid_from = :day and before.name <> now.name
            on conflict do nothing""";

    private static final String VANISHED = """
            insert into area_finding (generation, code, kind, suggestion, noticed_on)
            select :generation, gone.code, 'VANISHED', (
                select case when count(*) = 1 then min(came.code) end
                from area_version came
                where came.valid_from = :day and came.valid_to = 'infinity' and came.search = gone.search
                    and length(came.code) = length(gone.code) and left(came.code, 2) = left(gone.code, 2)
                    and not exists (select from area_version earlier
                        where earlier.code = came.code and earlier.valid_from < :day)), :day
            from area_version gone join area on area.code = gone.code and not area.active
            where gone.valid_to = :day
                and not exists (select from area_succession s where s.predecessor = gone.code and s.successor <> gone.code)""";

    private static final String DISAGREES = """
            select area.code from area left join unnest(?, ?) as listed (code, search) using (code)
            where area.changed_by is not null
                and (area.active <> (listed.code is not null) or (area.active and area.search <> listed.search))""";

    /** Once the areas are as the list has them. */
    void record(List<AreaList.Entry> entries) {
        boolean first = !sql.createQuery("select exists (select from area_version)")
                .mapTo(Boolean.class)
                .one();
        if (first) {
            sql.createUpdate(BEGIN).bind("from", "-infinity").execute();
            return;
        }
        sql.createUpdate(END).bind("day", day).execute();
        sql.createUpdate(WITHDRAW).bind("day", day).execute();
        sql.createUpdate(BEGIN).bind("from", day.toString()).execute();
        sql.createUpdate(RENAMED).bind("day", day).bind("list", list).execute();
        sql.createUpdate(VANISHED)
                .bind("generation", generation)
                .bind("day", day)
                .execute();
        disagreements(entries);
    }

    /** What a change has decided stands; a list that lags behind it, or is ahead of it, is only noted. */
    private void disagreements(List<AreaList.Entry> entries) {
        List<String> codes = Columns.of(entries)
                .text(AreaList.Entry::code)
                .text(entry -> new AreaName(entry.name()).normalised())
                .query(sql, DISAGREES, row -> row.getString(1));
        sql.createUpdate("""
                        insert into area_finding (generation, code, kind, noticed_on)
                        select :generation, code, 'DISAGREES', :day from unnest(cast(:codes as text[])) as said (code)
                        on conflict do nothing""")
                .bind("generation", generation)
                .bind("day", day)
                .bindArray("codes", String.class, codes)
                .execute();
    }
}
