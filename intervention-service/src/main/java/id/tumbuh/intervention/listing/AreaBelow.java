package id.tumbuh.intervention.listing;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import org.jspecify.annotations.Nullable;

/** The level by which a summary of an area counts. */
public final class AreaBelow {
    private AreaBelow() {}

    /** The level directly below; that of provinces when no area is asked for, and a desa's own for a desa. */
    public static AreaLevel of(@Nullable AreaCode area) {
        if (area == null) {
            return AreaLevel.PROVINSI;
        }
        return switch (area.level()) {
            case PROVINSI -> AreaLevel.KABUPATEN_KOTA;
            case KABUPATEN_KOTA -> AreaLevel.KECAMATAN;
            case KECAMATAN, DESA_KELURAHAN -> AreaLevel.DESA_KELURAHAN;
        };
    }
}
