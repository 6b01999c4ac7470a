package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.child.BirthKey;
import id.tumbuh.registry.imports.eppgbm.EppgbmRow;
import id.tumbuh.registry.imports.matching.Sought;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row whose village is known.
 *
 * @param family whose child it is, if the row names a family
 */
record LocatedRow(EppgbmRow row, AreaCode desa, @Nullable UUID family) {
    LocatedRow(EppgbmRow row, AreaCode desa) {
        this(row, desa, null);
    }

    BirthKey birth() {
        return new BirthKey(row.bornOn(), row.sex());
    }

    Sought sought() {
        return new Sought(row.name(), row.parents().father(), row.parents().mother(), desa);
    }

    @Nullable
    LocalDate measuredOn() {
        return row.measured().map(measured -> measured.on()).orElse(null);
    }

    AreaCode kabupaten() {
        return desa.ancestors().get(1);
    }
}
