package id.tumbuh.reporting.area;

import id.tumbuh.reporting.Country;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The areas one level below, in the order of their codes. */
    public List<Area> children(Handle sql, String code) {
        return sql.createQuery(SELECT + "where parent = :code order by code")
                .bind("code", code)
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
