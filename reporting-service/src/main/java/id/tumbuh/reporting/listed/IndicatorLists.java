package id.tumbuh.reporting.listed;

import id.tumbuh.reporting.listed.IndicatorList.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The lists of the database; every place in one is dated. */
@ApplicationScoped
public class IndicatorLists {
    public List<IndicatorList> all(Handle sql) {
        return sql.createQuery("select code, name_id, name_en, source from indicator_list order by place")
                .map((row, _) -> new IndicatorList(
                        row.getString("code"), words(row, "name_id", "name_en"), row.getString("source")))
                .list();
    }

    public Optional<IndicatorList> find(Handle sql, String code) {
        return all(sql).stream().filter(list -> list.code().equals(code)).findFirst();
    }

    /** What the list has on that day, in its order. */
    public List<ListEntry> entries(Handle sql, String list, LocalDate on) {
        return sql.createQuery("""
                        select e.*, i.unit, i.name_id, i.name_en, i.lower_is_better, i.computed, i.computed_id, i.computed_en
                        from list_entry e join listed_indicator i on i.code = e.indicator
                        where e.list = :list and e.valid_from <= :on and (e.valid_to is null or e.valid_to > :on)
                        order by e.place""")
                .bind("list", list)
                .bind("on", on)
                .map((row, _) -> new ListEntry(
                        row.getInt("place"),
                        row.getString("indicator"),
                        words(row, "name_id", "name_en"),
                        new ListEntry.Group(row.getString("group_code"), words(row, "group_id", "group_en")),
                        ListEntry.Unit.valueOf(row.getString("unit")),
                        row.getBoolean("lower_is_better"),
                        ListEntry.Standing.valueOf(row.getString("standing")),
                        row.getString("source"),
                        computed(row)))
                .list();
    }

    private static ListEntry.@Nullable Computed computed(ResultSet row) throws SQLException {
        String code = row.getString("computed");
        return code == null ? null : new ListEntry.Computed(code, words(row, "computed_id", "computed_en"));
    }

    private static Words words(ResultSet row, String indonesian, String english) throws SQLException {
        return new Words(row.getString(indonesian), row.getString(english));
    }
}
