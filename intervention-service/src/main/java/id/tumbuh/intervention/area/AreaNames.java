package id.tumbuh.intervention.area;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What areas are called. Names are public: whose scope asks makes no difference to them. */
@ApplicationScoped
public class AreaNames {
    private final Database database;

    AreaNames(Database database) {
        this.database = database;
    }

    /** By code; an area whose list was not published yet is missing. */
    public Map<String, String> of(Collection<String> codes) {
        return database.read(Scope.everywhere(), sql -> {
            Map<String, String> names = new LinkedHashMap<>();
            sql.createQuery("select code, name from area_name where code = any(:codes)")
                    .bindArray("codes", String.class, codes.toArray())
                    .map((row, _) -> names.put(row.getString("code"), row.getString("name")))
                    .list();
            return names;
        });
    }

    /** The kecamatan of a scope by code, in the order of their names. */
    public Map<String, String> kecamatan(Scope scope) {
        return database.read(Scope.everywhere(), sql -> {
            Map<String, String> names = new LinkedHashMap<>();
            sql.createQuery("""
                            select code, name from area_name where length(code) = :length
                                and exists (select from unnest(:areas) as own (area) where starts_with(code, area))
                            order by name, code""")
                    .bind("length", AreaLevel.KECAMATAN.codeLength())
                    .bindArray("areas", String.class, within(scope))
                    .map((row, _) -> names.put(row.getString("code"), row.getString("name")))
                    .list();
            return names;
        });
    }

    private static Object[] within(Scope scope) {
        return scope.unlimited()
                ? new Object[] {""}
                : scope.areas().stream().map(AreaCode::value).toArray();
    }
}
