package id.tumbuh.intervention.programme;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/** The programmes of the database, each with its money and its quarters; one statement a table. */
final class Programmes {
    private Programmes() {}

    private record Spent(int quarter, String source, long rupiah) {}

    static Optional<Programme> find(Handle sql, UUID id) {
        return whole(
                        sql,
                        sql.createQuery("select * from programme where id = :id")
                                .bind("id", id)
                                .map((row, _) -> programme(row)))
                .stream()
                .findFirst();
    }

    static Optional<Programme> lock(Handle sql, UUID id) {
        return locked(sql, id, "for update");
    }

    /** Until the transaction ends nobody plans it anew or withdraws it. */
    static Optional<Programme> share(Handle sql, UUID id) {
        return locked(sql, id, "for share");
    }

    private static Optional<Programme> locked(Handle sql, UUID id, String how) {
        return whole(
                        sql,
                        sql.createQuery("select * from programme where id = :id " + how)
                                .bind("id", id)
                                .map((row, _) -> programme(row)))
                .stream()
                .findFirst();
    }

    /** With what stands of them in the other tables. */
    static List<Programme> whole(Handle sql, ResultIterable<Programme> found) {
        List<Programme> bare = found.list();
        List<UUID> ids = bare.stream().map(Programme::id).toList();
        Map<UUID, SortedMap<String, Long>> budgets = budgets(sql, ids);
        Map<UUID, List<Programme.Quarter>> quarters = quarters(sql, ids);
        return bare.stream()
                .map(one -> new Programme(
                        one.id(),
                        one.opdId(),
                        one.opdField(),
                        one.area(),
                        one.year(),
                        withBudget(one.plan(), budgets.getOrDefault(one.id(), new TreeMap<>())),
                        quarters.getOrDefault(one.id(), List.of()),
                        one.evaluation(),
                        one.state(),
                        one.version()))
                .toList();
    }

    private static Programme.Plan withBudget(Programme.Plan plan, SortedMap<String, Long> budget) {
        return new Programme.Plan(
                plan.title(),
                plan.kind(),
                plan.indicator(),
                plan.unit(),
                plan.target(),
                budget,
                plan.field(),
                plan.needItem(),
                plan.partOf());
    }

    private static Map<UUID, SortedMap<String, Long>> budgets(Handle sql, Collection<UUID> ids) {
        Map<UUID, SortedMap<String, Long>> budgets = new HashMap<>();
        sql.createQuery("select programme_id, source, rupiah from programme_budget where programme_id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> budgets.computeIfAbsent(row.getObject(1, UUID.class), _ -> new TreeMap<>())
                        .put(row.getString(2), row.getLong(3)))
                .list();
        return budgets;
    }

    private static Map<UUID, List<Programme.Quarter>> quarters(Handle sql, Collection<UUID> ids) {
        Map<UUID, List<Spent>> spent = new HashMap<>();
        sql.createQuery(
                        "select programme_id, quarter, source, rupiah from programme_spending where programme_id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> spent.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .add(new Spent(row.getInt(2), row.getString(3), row.getLong(4))))
                .list();
        Map<UUID, List<Programme.Quarter>> quarters = new HashMap<>();
        sql.createQuery(
                        "select programme_id, quarter, output from programme_quarter where programme_id = any(:ids) order by quarter")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return quarters.computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(quarter(row.getInt(2), row.getBigDecimal(3), spent.getOrDefault(id, List.of())));
                })
                .list();
        return quarters;
    }

    private static Programme.Quarter quarter(int number, BigDecimal output, List<Spent> spent) {
        SortedMap<String, Long> money = new TreeMap<>();
        spent.stream().filter(one -> one.quarter() == number).forEach(one -> money.put(one.source(), one.rupiah()));
        return new Programme.Quarter(number, output, money);
    }

    /** Returns false when the id is taken, also by one that the transaction may not see. */
    static boolean insert(Handle sql, Programme programme) {
        boolean stored = columns(programme).update(sql, """
                        insert into programme (id, opd_id, opd_field, area_code, year, title, kind, indicator, unit, target, field,
                            need_item, part_of, evaluation, state, version)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""") == 1;
        if (stored) {
            storeBudget(sql, programme);
        }
        return stored;
    }

    static void update(Handle sql, Programme programme) {
        columns(programme).update(sql, """
                update programme set title = told.title, kind = told.kind, indicator = told.indicator, unit = told.unit,
                    target = told.target, field = told.field, need_item = told.need_item, part_of = told.part_of,
                    evaluation = told.evaluation, state = told.state, version = told.version
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as told (id, opd_id, opd_field, area_code, year, title,
                    kind, indicator, unit, target, field, need_item, part_of, evaluation, state, version)
                where programme.id = told.id""");
        sql.createUpdate("delete from programme_budget where programme_id = :id")
                .bind("id", programme.id())
                .execute();
        storeBudget(sql, programme);
    }

    static void storeQuarter(Handle sql, Programme programme, Programme.Quarter quarter) {
        sql.createUpdate("delete from programme_spending where programme_id = :id and quarter = :quarter")
                .bind("id", programme.id())
                .bind("quarter", quarter.number())
                .execute();
        sql.createUpdate("""
                        insert into programme_quarter (programme_id, quarter, area_code, output)
                        values (:id, :quarter, :area, :output)
                        on conflict (programme_id, quarter) do update set output = excluded.output""")
                .bind("id", programme.id())
                .bind("quarter", quarter.number())
                .bind("area", programme.area().value())
                .bind("output", quarter.output())
                .execute();
        Columns.of(List.copyOf(quarter.spending().entrySet()))
                .uuid(_ -> programme.id())
                .int4(_ -> quarter.number())
                .text(Map.Entry::getKey)
                .text(_ -> programme.area())
                .int8(Map.Entry::getValue)
                .update(sql, """
                        insert into programme_spending (programme_id, quarter, source, area_code, rupiah)
                        select * from unnest(?, ?, ?, ?, ?)""");
    }

    private static void storeBudget(Handle sql, Programme programme) {
        Columns.of(List.copyOf(programme.plan().budget().entrySet()))
                .uuid(_ -> programme.id())
                .text(Map.Entry::getKey)
                .text(_ -> programme.area())
                .int8(Map.Entry::getValue)
                .update(sql, """
                        insert into programme_budget (programme_id, source, area_code, rupiah)
                        select * from unnest(?, ?, ?, ?)""");
    }

    private static Columns<Programme> columns(Programme programme) {
        return Columns.of(List.of(programme))
                .uuid(Programme::id)
                .uuid(Programme::opdId)
                .text(Programme::opdField)
                .text(Programme::area)
                .int4(Programme::year)
                .text(one -> one.plan().title())
                .text(one -> one.plan().kind())
                .text(one -> one.plan().indicator())
                .text(one -> one.plan().unit())
                .as("numeric", one -> one.plan().target())
                .text(one -> one.plan().field())
                .text(one -> one.plan().needItem())
                .uuid(one -> one.plan().partOf())
                .text(Programme::evaluation)
                .text(Programme::state)
                .int8(Programme::version);
    }

    /** Without its money and its quarters. */
    static Programme programme(ResultSet row) throws SQLException {
        return new Programme(
                row.getObject("id", UUID.class),
                row.getObject("opd_id", UUID.class),
                row.getString("opd_field"),
                new AreaCode(row.getString("area_code")),
                row.getInt("year"),
                new Programme.Plan(
                        row.getString("title"),
                        Programme.Kind.valueOf(row.getString("kind")),
                        row.getString("indicator"),
                        row.getString("unit"),
                        row.getBigDecimal("target"),
                        new TreeMap<>(),
                        row.getString("field"),
                        row.getString("need_item"),
                        row.getObject("part_of", UUID.class)),
                List.of(),
                row.getString("evaluation"),
                Programme.State.valueOf(row.getString("state")),
                row.getLong("version"));
    }
}
