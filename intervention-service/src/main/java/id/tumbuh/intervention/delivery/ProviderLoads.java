package id.tumbuh.intervention.delivery;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Sets the plan of an area against what its kitchens can make. */
@ApplicationScoped
class ProviderLoads {
    private final Database database;
    private final RuleBook rules;

    ProviderLoads(Database database, RuleBook rules) {
        this.database = database;
        this.rules = rules;
    }

    /** Nothing for a provider outside of the scope: of its area only a part would be counted. */
    Optional<ProviderLoad> of(Scope scope, UUID provider, LocalDate from, LocalDate to) {
        BigDecimal perDay = perDay(DeliveryRules.of(rules.on(Days.today())));
        return database.read(
                scope,
                sql -> areaOf(sql, provider).filter(scope::allows).map(area -> {
                    AreaRange areas = AreaRange.within(area);
                    ProviderLoad.Capacity capacity = capacity(sql, provider, area, areas);
                    return ProviderLoad.of(provider, capacity, portions(sql, areas, new Time(from, to, perDay)));
                }));
    }

    /** Days, both included, and how much food is one of them. */
    private record Time(LocalDate from, LocalDate to, BigDecimal perDay) {}

    private static BigDecimal perDay(DeliveryRules rule) {
        return rule.rhythms().get(Item.Kind.FOOD) instanceof DeliveryRules.Rhythm.UntilNext food
                ? food.perDay()
                : BigDecimal.ONE;
    }

    private static Optional<AreaCode> areaOf(Handle sql, UUID provider) {
        return sql.createQuery("select area_code from provider where id = :id")
                .bind("id", provider)
                .mapTo(String.class)
                .findOne()
                .map(AreaCode::new);
    }

    private static ProviderLoad.Capacity capacity(Handle sql, UUID provider, AreaCode area, AreaRange areas) {
        return sql.createQuery("""
                        select coalesce(sum(meals_per_day) filter (where id = :id), 0) as own, coalesce(sum(meals_per_day), 0) as all_of_them
                        from provider where active and area_code >= :from and area_code < :to""")
                .bind("id", provider)
                .bind("from", areas.from())
                .bind("to", areas.to())
                .map((row, _) -> new ProviderLoad.Capacity(area, row.getInt("own"), row.getInt("all_of_them")))
                .one();
    }

    /** What is brought on one day is eaten on as many as it is for; what was refused or missed is eaten by nobody. */
    private static List<ProviderLoad.Portions> portions(Handle sql, AreaRange areas, Time time) {
        return sql.createQuery("""
                        with eaten as (
                            select v.day + part as day, least(:perDay, v.quantity - part * :perDay) as meals
                            from delivery v cross join lateral generate_series(0, cast(ceil(v.quantity / :perDay) as int) - 1) part
                            where v.area_code >= :areaFrom and v.area_code < :areaTo and v.day <= :to
                                and v.day + cast(ceil(v.quantity / :perDay) as int) > :from
                                and v.unit = 'MEAL_DAY' and v.state in ('PLANNED', 'DELIVERED'))
                        select cast(s.at as date) as day, cast(ceil(coalesce(sum(e.meals), 0)) as bigint) as portions
                        from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') s (at)
                        left join eaten e on e.day = cast(s.at as date)
                        group by s.at order by s.at""")
                .bind("areaFrom", areas.from())
                .bind("areaTo", areas.to())
                .bind("from", time.from())
                .bind("to", time.to())
                .bind("perDay", time.perDay())
                .map((row, _) -> new ProviderLoad.Portions(
                        requireNonNull(row.getObject("day", LocalDate.class)), row.getLong("portions")))
                .list();
    }
}
