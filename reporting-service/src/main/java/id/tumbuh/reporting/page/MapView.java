package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.boundary.Outline;
import id.tumbuh.reporting.boundary.Outlines;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Chooses how the areas below one are drawn. */
@ApplicationScoped
class MapView {
    private final Outlines outlines;

    MapView(Outlines outlines) {
        this.outlines = outlines;
    }

    /** Tiles rather than some of the boundaries: a map with holes in it reads as if nobody lived there. Null where there are neither. */
    @Nullable
    AreaMap of(Handle sql, Area above, AreaMap.Counts counts) {
        Optional<Outline> outline = outlines.of(
                sql, counts.areas().stream().map(one -> one.area().code()).toList());
        boolean whole = outline.filter(
                        drawn -> drawn.pieces().size() == counts.areas().size())
                .isPresent();
        Optional<TileMap> tiles = whole ? Optional.empty() : TileMap.of(above, counts.areas());
        if (outline.isEmpty() && tiles.isEmpty()) {
            return null;
        }
        return new AreaMap(
                tiles.orElse(null),
                tiles.isPresent()
                        ? null
                        : outline.map(drawn -> OutlineMap.of(above, counts.areas(), drawn))
                                .orElse(null),
                counts.classes(),
                counts.areas().stream().anyMatch(Counted::isUnknown));
    }
}
