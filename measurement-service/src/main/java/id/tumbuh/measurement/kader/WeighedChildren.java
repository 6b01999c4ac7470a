package id.tumbuh.measurement.kader;

import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.kader.DayRoster.Month;
import id.tumbuh.measurement.kms.GrowthMark;
import id.tumbuh.measurement.sql.SetStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The children of a posyandu with the ends of their cards, as far as the transaction's scope reaches. */
final class WeighedChildren {

    private static final int UNDER_FIVE_YEARS = 5;

    private WeighedChildren() {}

    record Child(UUID id, Sex sex, LocalDate birthDate, String areaCode, Stunting stunting) {}

    /**
     * The end of a card.
     *
     * @param last before this month
     */
    record Card(@Nullable Month last, @Nullable Month thisMonth) {
        static final Card EMPTY = new Card(null, null);

        Card with(Card other) {
            return new Card(last == null ? other.last : last, thisMonth == null ? other.thisMonth : thisMonth);
        }
    }

    /** Balita are 0 to 59 months old: on the fifth birthday a child has left the posyandu. */
    static LocalDate bornAfter(LocalDate today) {
        return today.minusYears(UNDER_FIVE_YEARS);
    }

    /** Of two that were found to be one child, the one. */
    static List<Child> of(Handle sql, UUID posyandu, LocalDate today) {
        return sql.createQuery("""
                        select id, sex, birth_date, area_code, stunting from child
                        where posyandu_id = :posyandu and active and merged_into is null
                          and birth_date > :bornAfter and birth_date <= :today
                        order by id""")
                .bind("posyandu", posyandu)
                .bind("bornAfter", bornAfter(today))
                .bind("today", today)
                .map((row, _) -> new Child(
                        row.getObject("id", UUID.class),
                        Sex.valueOf(row.getString("sex")),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("area_code"),
                        Stunting.valueOf(row.getString("stunting"))))
                .list();
    }

    /** Only the weighing that counts in its month has a mark. */
    static Map<UUID, Card> cards(Handle sql, Collection<UUID> children, LocalDate today) {
        Map<UUID, Card> cards = new HashMap<>();
        LocalDate month = today.withDayOfMonth(1);
        sql.createQuery("""
                        select distinct on (child_id, current) * from (
                            select child_id, measured_on >= :month as current, measured_on, weight_kg, length_height_cm,
                                position, oedema, growth_mark, not_gained
                            from measurement
                            where child_id = any(:children) and growth_mark is not null and not voided
                              and measured_on <= :today) as marked
                        order by child_id, current, measured_on desc""")
                .bind("month", month)
                .bind("today", today)
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> Map.entry(row.getObject("child_id", UUID.class), end(row)))
                .forEach(end -> cards.merge(end.getKey(), end.getValue(), Card::with));
        return cards;
    }

    private static Card end(ResultSet row) throws SQLException {
        return row.getBoolean("current") ? new Card(null, month(row)) : new Card(month(row), null);
    }

    private static Month month(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("measured_on", LocalDate.class);
        double cm = SetStatement.number(row, "length_height_cm");
        String position = row.getString("position");
        return new Month(
                YearMonth.from(day).toString(),
                day,
                row.getDouble("weight_kg"),
                Double.isNaN(cm) ? null : cm,
                position == null ? null : Position.valueOf(position),
                row.getBoolean("oedema"),
                GrowthMark.valueOf(row.getString("growth_mark")),
                row.getInt("not_gained"));
    }
}
