package id.tumbuh.reporting.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What became of deliveries, by area and month. */
@ApplicationScoped
public class DeliveredMonths {

    /** Deliveries of a month or of several; what is due is the sum of the others. */
    public record Count(long made, long missed, long refused) {
        public static final Count NONE = new Count(0, 0, 0);

        public Count {}

        public long due() {
            return made + missed + refused;
        }

        public Count plus(Count other) {
            return new Count(made + other.made, missed + other.missed, refused + other.refused);
        }
    }

    /** An area in a month. */
    public record Place(String area, YearMonth month) {
        public Place {}
    }

    /** Only where there were any; one statement, however many areas. */
    public Map<Place, Count> of(Handle sql, Collection<String> areas, List<YearMonth> months) {
        Map<Place, Count> counts = new HashMap<>();
        sql.createQuery("""
                        select wanted.area_code, asked.month, kind.measure, held.amount
                        from unnest(:areas) as wanted (area_code) cross join unnest(:months) as asked (month)
                            cross join (values ('deliveries.made'), ('deliveries.missed'), ('deliveries.refused')) as kind (measure)
                        cross join lateral (
                            select amount from month_counter c
                            where c.area_code = wanted.area_code and c.measure = kind.measure and c.month <= asked.month
                            order by c.month desc limit 1) held
                        where held.amount <> 0""")
                .bindArray("areas", String.class, areas.toArray())
                .bindArray(
                        "months",
                        LocalDate.class,
                        months.stream().map(month -> month.atDay(1)).toArray())
                .map((row, _) -> counts.merge(
                        new Place(row.getString("area_code"), YearMonth.from(row.getObject("month", LocalDate.class))),
                        count(row.getString("measure"), row.getLong("amount")),
                        Count::plus))
                .list();
        return counts;
    }

    private static Count count(String measure, long amount) {
        return switch (measure) {
            case "deliveries.made" -> new Count(amount, 0, 0);
            case "deliveries.missed" -> new Count(0, amount, 0);
            default -> new Count(0, 0, amount);
        };
    }
}
