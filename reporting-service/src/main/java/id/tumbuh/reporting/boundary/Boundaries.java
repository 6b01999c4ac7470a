package id.tumbuh.reporting.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The boundaries of the database. */
@ApplicationScoped
class Boundaries {
    private final ObjectMapper json;

    Boundaries(ObjectMapper json) {
        this.json = json;
    }

    Map<String, Boundary> of(Handle sql, Collection<String> areas) {
        return sql
                .createQuery("""
                        select area_code, geometry, licence, attribution from boundary where area_code = any(:areas)""")
                .bindArray("areas", String.class, areas.toArray())
                .map((row, _) -> new Boundary(
                        row.getString("area_code"),
                        read(row.getString("geometry")),
                        row.getString("licence"),
                        row.getString("attribution")))
                .stream()
                .collect(Collectors.toMap(Boundary::area, Function.identity()));
    }

    /** Those of the areas that there are. */
    Set<String> known(Handle sql, Collection<String> areas) {
        return Set.copyOf(sql.createQuery("select code from area where code = any(:areas)")
                .bindArray("areas", String.class, areas.toArray())
                .mapTo(String.class)
                .list());
    }

    /** Puts boundaries in the place of earlier ones; returns the areas whose boundary is another now. */
    List<String> put(Handle sql, List<Boundary> boundaries) {
        return Columns.of(boundaries)
                .text(Boundary::area)
                .text(boundary -> boundary.geometry().toString())
                .text(Boundary::licence)
                .text(Boundary::attribution)
                .query(sql, """
                        insert into boundary as held (area_code, geometry, licence, attribution)
                        select area_code, cast(geometry as jsonb), licence, attribution
                        from unnest(?, ?, ?, ?) as told (area_code, geometry, licence, attribution)
                        order by area_code
                        on conflict on constraint boundary_pk do update
                        set geometry = excluded.geometry, licence = excluded.licence, attribution = excluded.attribution,
                            supplied_at = excluded.supplied_at
                        where (held.geometry, held.licence, held.attribution)
                            is distinct from (excluded.geometry, excluded.licence, excluded.attribution)
                        returning area_code""", row -> row.getString("area_code"));
    }

    private JsonNode read(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("geometries are jsonb", impossible);
        }
    }
}
