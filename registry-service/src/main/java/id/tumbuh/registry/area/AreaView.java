package id.tumbuh.registry.area;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An area on the wire.
 *
 * @param alias when that is what was found
 * @param formerly what it, or an area that went into it, was called when that is what was found
 * @param validFrom of the name; absent when that was before anybody recorded it
 * @param validTo the first day on which it no longer held
 * @param successors of an area that is no more: where it is today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Area")
record AreaView(
        @Schema(examples = "36.04.20.2006") AreaCode code,
        @Schema(examples = "Bojong Menteng") String name,
        AreaLevel level,
        @Nullable AreaCode parentCode,
        boolean active,
        @Nullable String alias,
        @Nullable String formerly,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable List<AreaCode> successors) {

    static AreaView of(Area area) {
        return of(new AreaMatch(area, null, null));
    }

    static AreaView of(Area area, List<AreaCode> successors) {
        return new AreaView(
                area.code(),
                area.name(),
                area.code().level(),
                area.code().parent().orElse(null),
                area.active(),
                null,
                null,
                null,
                null,
                area.active() ? null : successors);
    }

    static AreaView of(AreaMatch match) {
        Area area = match.area();
        return new AreaView(
                area.code(),
                area.name(),
                area.code().level(),
                area.code().parent().orElse(null),
                area.active(),
                match.alias(),
                match.formerly(),
                null,
                null,
                null);
    }

    /** As it was on a day on which it existed. */
    static AreaView of(AreaHistory.Version version) {
        return new AreaView(
                version.code(),
                version.name(),
                version.code().level(),
                version.code().parent().orElse(null),
                true,
                null,
                null,
                version.validFrom(),
                version.validTo(),
                null);
    }
}
