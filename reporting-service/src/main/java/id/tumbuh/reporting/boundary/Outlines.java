package id.tumbuh.reporting.boundary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Maps of areas, drawn when they are first asked for and kept until somebody supplies another boundary of them. */
@ApplicationScoped
public class Outlines {
    /** Of some 10 kB each. */
    private static final int MOST_KEPT = 500;

    private final Boundaries boundaries;
    private final Cache<Supply, Outline> drawn =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Outlines(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    /** What there is to draw: another boundary comes with a later time, and none ever goes. */
    private record Supply(List<String> areas, long boundaries, OffsetDateTime newest) {}

    /** Of those of the areas whose boundary was supplied; empty when none was. */
    public Optional<Outline> of(Handle sql, Collection<String> areas) {
        return supply(sql, List.copyOf(areas)).map(supply -> drawn.get(supply, _ -> draw(sql, supply)));
    }

    private static Optional<Supply> supply(Handle sql, List<String> areas) {
        return sql.createQuery("""
                        select count(*), max(supplied_at) from boundary where area_code = any(:areas) having count(*) > 0""")
                .bindArray("areas", String.class, areas.toArray())
                .map((row, _) -> new Supply(areas, row.getLong(1), row.getObject(2, OffsetDateTime.class)))
                .findOne();
    }

    private Outline draw(Handle sql, Supply supply) {
        return Drawing.of(boundaries.of(sql, supply.areas()).values().stream()
                .sorted(Comparator.comparing(Boundary::area))
                .toList());
    }
}
