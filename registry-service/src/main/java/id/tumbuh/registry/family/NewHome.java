package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a family moves to, and since when it lives there. */
record NewHome(
        UUID family,
        AreaCode area,
        @Nullable String rw,
        @Nullable String rt,
        @Nullable String address,
        LocalDate effectiveOn) {

    /** The old address is no address any more, whether or not the new one is known. */
    NewFamily of(NewFamily known) {
        return new NewFamily(
                known.id(),
                area,
                rw,
                rt,
                known.headName(),
                known.card(),
                known.phone(),
                address,
                known.welfareRank(),
                known.conditions(),
                known.observed());
    }

    @Override
    public String toString() {
        return "NewHome[" + family + "]";
    }
}
