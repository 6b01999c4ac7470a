package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.kms.GrowthMark;
import id.tumbuh.measurement.kms.Weighing;
import id.tumbuh.measurement.sql.SetStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Growth cards as they stand in the database. */
@ApplicationScoped
class StandingCards {

    private static final LocalDate FROM_THE_BEGINNING = LocalDate.of(1900, 1, 1);

    /**
     * Nearly every weighing is its child's newest: then all there is to read is the entry before, the first of the index from
     * behind. The weighings from the month on are read whole.
     */
    private static final String READ = """
            select asked.child_id as asked_child, w.* from unnest(?, ?) as asked (child_id, day), lateral (
                (select true as before, id, measured_on, weight_kg, growth_mark, not_gained, twice_not_gained, gain_grams,
                        minimum_gain, below_red_line, card_rule
                 from measurement
                 where child_id = asked.child_id and measured_on < date '1970-01-01' + asked.day and growth_mark is not null
                 order by measured_on desc, id desc limit 1)
                union all
                (select false, id, measured_on, weight_kg, growth_mark, not_gained, twice_not_gained, gain_grams,
                        minimum_gain, below_red_line, card_rule
                 from measurement
                 where child_id = asked.child_id and measured_on >= date '1970-01-01' + asked.day and weight_kg is not null
                       and not voided)) w""";

    /** A weighing that is there, with its entry on the card if it is the one that counts. */
    record StandingWeighing(Weighing weighing, @Nullable CardEntry entry, boolean belowRedLine) {
        boolean says(@Nullable CardEntry other) {
            return entry == null ? other == null : entry.saysTheSameAs(other);
        }
    }

    /** A card from a month on, and the last entry before it. */
    record StandingCard(@Nullable CardEntry before, boolean beforeBelowRedLine, Map<UUID, StandingWeighing> weighings) {

        static StandingCard empty() {
            return new StandingCard(null, false, new HashMap<>());
        }
    }

    private record Asked(UUID child, LocalDate from) {}

    /** From the first day of each child's month on. */
    Map<UUID, StandingCard> read(Handle sql, Map<UUID, LocalDate> from) {
        Map<UUID, StandingCard> cards = new HashMap<>();
        SetStatement.over(
                        from.entrySet().stream()
                                .map(one ->
                                        new Asked(one.getKey(), one.getValue().withDayOfMonth(1)))
                                .toList(),
                        sql,
                        READ)
                .uuid(Asked::child)
                .day(Asked::from)
                .query(row ->
                        cards.merge(row.getObject("asked_child", UUID.class), card(row), StandingCards::together));
        from.keySet().forEach(child -> cards.putIfAbsent(child, StandingCard.empty()));
        return cards;
    }

    /** From the beginning. */
    Map<UUID, StandingCard> readWhole(Handle sql, Iterable<UUID> children) {
        Map<UUID, LocalDate> from = new HashMap<>();
        children.forEach(child -> from.put(child, FROM_THE_BEGINNING));
        return read(sql, from);
    }

    private static StandingCard together(StandingCard one, StandingCard other) {
        one.weighings().putAll(other.weighings());
        return one.before() == null
                ? new StandingCard(other.before(), other.beforeBelowRedLine(), one.weighings())
                : one;
    }

    private static StandingCard card(ResultSet row) throws SQLException {
        StandingWeighing weighing = new StandingWeighing(
                new Weighing(
                        row.getObject("id", UUID.class),
                        row.getObject("measured_on", LocalDate.class),
                        Weighing.grams(row.getDouble("weight_kg"))),
                entry(row),
                row.getBoolean("below_red_line"));
        StandingCard card = StandingCard.empty();
        if (row.getBoolean("before")) {
            return new StandingCard(weighing.entry(), weighing.belowRedLine(), card.weighings());
        }
        card.weighings().put(weighing.weighing().measurementId(), weighing);
        return card;
    }

    /** The entry in the columns of a measurement, or null when it has none. */
    static @Nullable CardEntry entry(ResultSet row) throws SQLException {
        String mark = row.getString("growth_mark");
        if (mark == null) {
            return null;
        }
        return new CardEntry(
                row.getObject("id", UUID.class),
                YearMonth.from(row.getObject("measured_on", LocalDate.class)),
                Weighing.grams(row.getDouble("weight_kg")),
                GrowthMark.valueOf(mark),
                row.getInt("not_gained"),
                row.getBoolean("twice_not_gained"),
                row.getObject("gain_grams", Integer.class),
                row.getObject("minimum_gain", Integer.class),
                row.getInt("card_rule"));
    }
}
