package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.area.AreaName;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.imports.eppgbm.Column;
import id.tumbuh.registry.imports.eppgbm.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Finds the desa that a row names. Names are compared without case, punctuation, blanks and the word for the level; aliases
 * count. Held for one import: a file names the same few hundred places over and over.
 */
final class Villages {
    private static final Pattern LEVEL_WORD = Pattern.compile(
            "^(provinsi|prov|propinsi|kecamatan|kec|kecamatan distrik|distrik|desa|ds|kelurahan|kel|nagari|gampong) ");

    private static final Pattern KABUPATEN = Pattern.compile("^(kabupaten|kab) ");
    private static final String ROOT = "";

    private final Map<String, Map<String, List<String>>> childrenByName = new HashMap<>();
    private final Map<Place, Found> known = new HashMap<>();
    private final Map<String, Found> byCode = new HashMap<>();

    /** Where a place is. */
    sealed interface Found {
        /** The one desa of that name. */
        record Desa(AreaCode code) implements Found {}

        /** None, or more than one. */
        record Nowhere(Finding finding) implements Found {}
    }

    /** The desa of a code, dotted or not. */
    Found find(Handle sql, String code) {
        return byCode.computeIfAbsent(code, written -> {
            String digits = written.replace(".", "");
            String dotted = digits.length() == 10 ? digits.replaceFirst("(..)(..)(..)(....)", "$1.$2.$3.$4") : "";
            return AreaCode.isValid(dotted) && exists(sql, dotted)
                    ? new Found.Desa(new AreaCode(dotted))
                    : new Found.Nowhere(new Finding(Column.DESA.name(), Reason.UNKNOWN_AREA));
        });
    }

    private static boolean exists(Handle sql, String code) {
        return sql.createQuery("select exists (select from area where code = :code and active)")
                .bind("code", code)
                .mapTo(Boolean.class)
                .one();
    }

    Found find(Handle sql, Place place) {
        Found found = known.get(place);
        if (found == null) {
            found = search(sql, place);
            known.put(place, found);
        }
        return found;
    }

    private Found search(Handle sql, Place place) {
        List<Step> steps = List.of(
                new Step(Column.PROV, key(place.provinsi())),
                new Step(Column.KAB, regency(place.kabupaten())),
                new Step(Column.KEC, key(place.kecamatan())),
                new Step(Column.DESA, key(place.desa())));
        String area = ROOT;
        for (Step step : steps) {
            List<String> codes = children(sql, area).getOrDefault(step.key(), List.of());
            if (codes.isEmpty() && step.column() == Column.KAB) {
                // "Serang" alone means the kabupaten; a name that only a kota bears means the kota
                codes = children(sql, area).getOrDefault("kota" + step.key().replaceFirst("^kabupaten", ""), List.of());
            }
            if (codes.size() != 1) {
                return new Found.Nowhere(new Finding(
                        step.column().name(), codes.isEmpty() ? Reason.UNKNOWN_AREA : Reason.AMBIGUOUS_AREA));
            }
            area = codes.getFirst();
        }
        return new Found.Desa(new AreaCode(area));
    }

    private Map<String, List<String>> children(Handle sql, String parent) {
        return childrenByName.computeIfAbsent(parent, area -> read(sql, area));
    }

    private static Map<String, List<String>> read(Handle sql, String parent) {
        int length = parent.isEmpty() ? 2 : parent.length() == 8 ? 13 : parent.length() + 3;
        Map<String, List<String>> byName = new HashMap<>();
        sql.createQuery("""
                        select code, name from area
                        where active and code >= :from and code < :to and length(code) = :length
                        union
                        select area_code, name from area_alias
                        where area_code >= :from and area_code < :to and length(area_code) = :length""")
                .bind("from", parent.isEmpty() ? "" : parent + ".")
                .bind("to", parent.isEmpty() ? ":" : parent + "/")
                .bind("length", length)
                .map((row, _) -> Map.entry(row.getString("name"), row.getString("code")))
                .forEach(entry -> {
                    String key = length == 5 ? regency(entry.getKey()) : key(entry.getKey());
                    List<String> codes = byName.computeIfAbsent(key, _ -> new ArrayList<>());
                    if (!codes.contains(entry.getValue())) {
                        codes.add(entry.getValue());
                    }
                });
        return byName;
    }

    private static String key(String name) {
        return LEVEL_WORD
                .matcher(new AreaName(name).normalised())
                .replaceFirst("")
                .replace(" ", "");
    }

    /** Kabupaten and kota share names, so the word for the level stays. */
    private static String regency(String name) {
        String plain = new AreaName(name).normalised().replace("administrasi ", "");
        if (plain.startsWith("kota ")) {
            return plain.replace(" ", "");
        }
        return "kabupaten" + KABUPATEN.matcher(plain).replaceFirst("").replace(" ", "");
    }

    private record Step(Column column, String key) {}
}
