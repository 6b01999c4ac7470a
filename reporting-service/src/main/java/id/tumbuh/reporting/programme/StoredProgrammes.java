package id.tumbuh.reporting.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.monthly.MonthCounters.Months;
import id.tumbuh.reporting.told.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Programmes in the database, as events change them. */
@ApplicationScoped
class StoredProgrammes {
    private final ObjectMapper json;

    StoredProgrammes(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A programme's money, and what it adds to the counters.
     *
     * @param whole the area of the programme that it is part of, which has the money already wherever both are in one sum
     */
    record Money(String area, @Nullable String whole, int year, long budget, List<Long> spent) {
        Money {
            spent = List.copyOf(spent);
        }

        void count(MonthCounters counters, int direction) {
            List<String> areas = Country.levelsOf(area);
            if (whole != null) {
                areas.removeAll(Country.levelsOf(whole));
            }
            YearMonth over = YearMonth.of(year + 1, 1);
            counters.addFrom(areas, "programmes.budget", new Months(YearMonth.of(year, 1), over), direction * budget);
            for (int quarter = 1; quarter <= spent.size(); quarter++) {
                counters.addFrom(
                        areas,
                        "programmes.spent",
                        new Months(ProgrammeState.beginning(year, quarter), over),
                        direction * spent.get(quarter - 1));
            }
        }
    }

    /** Of these programmes and of those that are part of one of them. */
    static List<Money> money(Handle sql, Collection<UUID> ids) {
        return sql.createQuery("""
                        select p.area_code, whole.area_code as whole, p.year, p.budget, p.spent
                        from programme p left join programme whole on whole.programme_id = p.part_of and whole.active
                        where p.active and (p.programme_id = any(:ids) or p.part_of = any(:ids))""")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> new Money(
                        row.getString("area_code"),
                        row.getString("whole"),
                        row.getInt("year"),
                        row.getLong("budget"),
                        Arrays.asList((Long[]) row.getArray("spent").getArray())))
                .list();
    }

    void store(Handle sql, List<Told<ProgrammeState>> told) {
        Columns.of(told)
                .uuid(one -> one.state().programmeId())
                .int8(Told::version)
                .uuid(one -> one.state().opdId())
                .text(one -> one.state().opdField())
                .text(one -> one.state().areaCode())
                .int4(one -> one.state().year())
                .text(one -> one.state().kind())
                .text(one -> one.state().indicator())
                .as("numeric", one -> one.state().target())
                .text(one -> array(one.state().output()))
                .int8(one -> one.state().ceiling())
                .text(one -> array(one.state().spent()))
                .text(one -> written(one.state().budgetBySource()))
                .text(one -> written(one.state().spentBySource()))
                .uuid(one -> one.state().partOf())
                .as("bool", one -> one.state().isActive())
                .update(sql, """
                        insert into programme as held (programme_id, version, opd_id, opd_field, area_code, year, kind, indicator,
                            target, output, budget, spent, budget_sources, spent_sources, part_of, active)
                        select programme_id, version, opd_id, opd_field, area_code, year, kind, indicator, target,
                            cast(output as numeric[]), budget, cast(spent as bigint[]), cast(budget_sources as jsonb),
                            cast(spent_sources as jsonb), part_of, active
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as told (programme_id, version, opd_id, opd_field, area_code, year, kind, indicator, target, output,
                                budget, spent, budget_sources, spent_sources, part_of, active)
                        on conflict on constraint programme_pk do update
                        set version = excluded.version, opd_id = excluded.opd_id, opd_field = excluded.opd_field,
                            area_code = excluded.area_code, year = excluded.year, kind = excluded.kind,
                            indicator = excluded.indicator, target = excluded.target, output = excluded.output,
                            budget = excluded.budget, spent = excluded.spent, budget_sources = excluded.budget_sources,
                            spent_sources = excluded.spent_sources, part_of = excluded.part_of, active = excluded.active
                        where held.version < excluded.version""");
    }

    /** As PostgreSQL reads an array of numbers. */
    private static String array(Object[] numbers) {
        return Arrays.stream(numbers).map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private String written(Map<String, Long> money) {
        try {
            return json.writeValueAsString(money);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
