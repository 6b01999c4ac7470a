package id.tumbuh.reporting.publication;

import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what earlier snapshots of the month hid and showed of the same areas, whichever area they were made for. */
@ApplicationScoped
class ReadEarlier {
    private final Indicators indicators;

    ReadEarlier(Indicators indicators) {
        this.indicators = indicators;
    }

    /** A count as it was, and whether it was shown. */
    private record Told(UUID publication, Cell cell, long count, boolean shown) {}

    /** Under the scope of who publishes: it covers every area of the snapshot. */
    List<Earlier> of(Handle sql, YearMonth month, Set<String> areas) {
        Map<UUID, Map<String, Map<String, Long>>> counts = new LinkedHashMap<>();
        Map<UUID, Set<Cell>> hidden = new HashMap<>();
        for (Told told : told(sql, month, areas)) {
            counts.computeIfAbsent(told.publication(), _ -> new HashMap<>())
                    .computeIfAbsent(told.cell().area(), _ -> new HashMap<>())
                    .put(told.cell().measure(), told.count());
            Set<Cell> its = hidden.computeIfAbsent(told.publication(), _ -> new HashSet<>());
            if (!told.shown()) {
                its.add(told.cell());
            }
        }
        return counts.entrySet().stream()
                .map(one -> new Earlier(new Counts(one.getValue()), hidden.getOrDefault(one.getKey(), Set.of())))
                .toList();
    }

    private List<Told> told(Handle sql, YearMonth month, Set<String> areas) {
        return sql
                .createQuery("""
                        select p.id, e.area_code, e.indicator, e.numerator, e.denominator,
                            f.numerator is not null as numerator_shown, f.denominator is not null as denominator_shown
                        from publication p
                        join public_figure f on f.publication_id = p.id
                        join published_figure e on e.publication_id = p.id and e.area_code = f.area_code
                            and e.indicator = f.indicator
                        where p.month = :month and f.area_code = any(:areas)
                        order by p.published_at, p.id""")
                .bind("month", month.atDay(1))
                .bindArray("areas", String.class, areas.toArray())
                .map((row, _) -> {
                    UUID publication = row.getObject("id", UUID.class);
                    Indicator indicator = indicators.of(row.getString("indicator"));
                    String area = row.getString("area_code");
                    return List.of(
                            new Told(
                                    publication,
                                    new Cell(area, indicator.numerator()),
                                    row.getLong("numerator"),
                                    row.getBoolean("numerator_shown")),
                            new Told(
                                    publication,
                                    new Cell(area, indicator.denominator()),
                                    row.getLong("denominator"),
                                    row.getBoolean("denominator_shown")));
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
