package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.imports.eppgbm.Column;
import id.tumbuh.registry.imports.eppgbm.Place;
import id.tumbuh.registry.imports.mapping.FieldType;
import id.tumbuh.registry.imports.mapping.FormatSpec.Field;
import id.tumbuh.registry.imports.mapping.FormatSpec.Need;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where a row says that somebody lives: the code of a desa, or the names from the province down. */
final class Places {
    static final Field AREA =
            Field.of("area", new FieldType.Plain(20), "Kode Wilayah", "Kode Desa", "Kode Desa/Kelurahan", "areaCode");
    static final Field PROVINCE = Field.of("province", new FieldType.Plain(100), "Provinsi", "Prov");
    static final Field REGENCY =
            Field.of("regency", new FieldType.Plain(100), "Kabupaten/Kota", "Kab/Kota", "Kabupaten", "Kab");
    static final Field DISTRICT = Field.of("district", new FieldType.Plain(100), "Kecamatan", "Kec");
    static final Field VILLAGE =
            Field.of("village", new FieldType.Plain(100), "Desa/Kelurahan", "Desa/Kel", "Desa", "Kelurahan");

    private static final List<String> NAMES = List.of("province", "regency", "district", "village");

    static final Need NEEDED = new Need(List.of(List.of("area"), NAMES));

    private static final Map<String, String> FIELD_OF_COLUMN = Map.of(
            Column.PROV.name(), "province",
            Column.KAB.name(), "regency",
            Column.KEC.name(), "district",
            Column.DESA.name(), "village");

    private Places() {}

    /** What became of looking for the place. */
    sealed interface Found {
        record Desa(AreaCode code) implements Found {}

        record Wrong(Finding finding) implements Found {}
    }

    /** Empty if the row says nothing of a place. */
    static Optional<Found> find(Handle sql, ImportContext context, Map<String, String> values) {
        String code = values.get("area");
        if (code != null) {
            return Optional.of(found(context, context.villages().find(sql, code), "area"));
        }
        if (!values.keySet().containsAll(NAMES)) {
            return Optional.empty();
        }
        Place place = new Place(
                values.getOrDefault("province", ""),
                values.getOrDefault("regency", ""),
                values.getOrDefault("district", ""),
                values.getOrDefault("village", ""));
        return Optional.of(found(context, context.villages().find(sql, place), "village"));
    }

    private static Found found(ImportContext context, Villages.Found village, String field) {
        return switch (village) {
            case Villages.Found.Desa(AreaCode desa) when context.actor().scope().allows(desa) -> new Found.Desa(desa);
            case Villages.Found.Desa _ -> new Found.Wrong(new Finding(field, Reason.OUTSIDE_YOUR_AREA));
            case Villages.Found.Nowhere(Finding finding) ->
                new Found.Wrong(new Finding(
                        field.equals("area") ? field : FIELD_OF_COLUMN.getOrDefault(finding.column(), field),
                        finding.reason()));
        };
    }
}
