package id.tumbuh.reporting.area;

import id.tumbuh.reporting.Country;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Names of areas and what lies in them. */
@ApplicationScoped
public class Areas {
    private static final String SELECT = "select code, name from area ";
    private static final int KABUPATEN_LENGTH = 5;
    private static final int KECAMATAN_LENGTH = 8;

    public Optional<Area> find(Handle sql, String code) {
        return sql.createQuery(SELECT + "where code = :code")
                .bind("code", code)
                .map((row, _) -> new Area(row.getString("code"), row.getString("name")))
                .findOne();
    }

    /** The areas one level below that there ever were, in the order of their codes. */
    public List<Area> children(Handle sql, String code) {
        return sql.createQuery(SELECT + "where parent = :code order by code")
                .bind("code", code)
                .map((row, _) -> new Area(row.getString("code"), row.getString("name")))
                .list();
    }

    /**
     * Those one level below that there were in the month or after it, in the order of their codes. One that has ended by then is among
     * them only while something is counted there, so that they still add up to the area above.
     */
    public List<Area> children(Handle sql, String code, YearMonth month) {
        return sql.createQuery(SELECT + """
                        where parent = :code and not (
                            exists (select from area_succession gone
                                where gone.predecessor = area.code and gone.effective_on <= :month
                                    and not exists (select from area_succession kept
                                        where kept.successor = gone.predecessor
                                            and kept.effective_on between gone.effective_on and :month))
                            and not exists (select from growth_counter c
                                where c.area_code = area.code and c.month >= :month and c.weighed > 0)
                            and not exists (select from population_counter c where c.area_code = area.code and c.children > 0)
                            and not exists (select from case_counter c where c.area_code = area.code and c.stunted > 0)
                            and not exists (select from month_counter c
                                where c.area_code = area.code and c.amount <> 0 and (c.month >= :month
                                    or not exists (select from month_counter later
                                        where later.area_code = c.area_code and later.measure = c.measure
                                            and later.month > c.month and later.month <= :month))))
                        order by code""")
                .bind("code", code)
                .bind("month", month.atDay(1))
                .map((row, _) -> new Area(row.getString("code"), row.getString("name")))
                .list();
    }

    /** From the country down to the area itself. */
    public List<Area> path(Handle sql, String code) {
        return sql.createQuery("""
                        with recursive path as (
                            select code, name, parent, 0 as depth from area where code = :code
                            union all
                            select area.code, area.name, area.parent, depth + 1
                            from path join area on area.code = path.parent)
                        select code, name from path order by depth desc""")
                .bind("code", code)
                .map((row, _) -> new Area(row.getString("code"), row.getString("name")))
                .list();
    }

    /** The kabupaten and kota in the area, or the one it lies in or is, in the order of their codes. */
    public List<Area> kabupaten(Handle sql, String code) {
        return sql.createQuery(SELECT + """
                        where length(code) = :length
                            and (code = left(:code, :length) or starts_with(code, :code || '.') or :code = :country)
                        order by code""")
                .bind("length", KABUPATEN_LENGTH)
                .bind("code", code)
                .bind("country", Country.CODE)
                .map((row, _) -> new Area(row.getString("code"), row.getString("name")))
                .list();
    }

    /** The area and everything below it that is not smaller than a kecamatan, in the order of the codes. */
    public List<Area> downToKecamatan(Handle sql, String code) {
        return sql.createQuery(SELECT + """
                        where length(code) <= :longest
                            and (code = :code or starts_with(code, :code || '.') or :code = :country)
                        order by code""")
                .bind("longest", KECAMATAN_LENGTH)
                .bind("code", code)
                .bind("country", Country.CODE)
                .map((row, _) -> new Area(row.getString("code"), row.getString("name")))
                .list();
    }
}
