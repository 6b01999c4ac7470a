package id.tumbuh.registry.imports;

import id.tumbuh.registry.posyandu.Posyandu;
import id.tumbuh.registry.posyandu.PosyanduName;
import id.tumbuh.registry.posyandu.Posyandus;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The posyandu that rows name, in their desa. */
final class PosyanduOfRows {
    private PosyanduOfRows() {}

    static Optional<Posyandu.Place> place(LocatedRow located) {
        return name(located).map(name -> new Posyandu.Place(located.desa(), name.normalised()));
    }

    /** Those of all rows; the missing ones are registered. */
    static Map<Posyandu.Place, UUID> ensure(Handle sql, Posyandus posyandus, Collection<LocatedRow> rows) {
        List<Posyandu> wanted = rows.stream()
                .flatMap(row -> name(row).map(name -> new Posyandu(UUID.randomUUID(), row.desa(), name)).stream())
                .toList();
        Map<Posyandu.Place, UUID> ids = new HashMap<>();
        if (!wanted.isEmpty()) {
            posyandus.ensure(sql, wanted).forEach((place, posyandu) -> ids.put(place, posyandu.id()));
        }
        return ids;
    }

    /** The posyandu of a row if it is registered already. */
    static Optional<UUID> find(Handle sql, LocatedRow row) {
        return place(row)
                .flatMap(place -> sql.createQuery(
                                "select id from posyandu where area_code = :area and normal_name = :name")
                        .bind("area", place.area().value())
                        .bind("name", place.normalName())
                        .mapTo(UUID.class)
                        .findOne());
    }

    static Map<Posyandu.Place, UUID> find(Handle sql, Collection<LocatedRow> rows) {
        Map<Posyandu.Place, UUID> ids = new HashMap<>();
        for (LocatedRow row : rows) {
            place(row)
                    .filter(place -> !ids.containsKey(place))
                    .ifPresent(place -> find(sql, row).ifPresent(id -> ids.put(place, id)));
        }
        return ids;
    }

    private static Optional<PosyanduName> name(LocatedRow located) {
        return Optional.ofNullable(located.row().home().posyandu())
                .map(PosyanduName::new)
                .filter(name -> !name.normalised().isEmpty());
    }
}
