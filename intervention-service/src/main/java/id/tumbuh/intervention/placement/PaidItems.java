package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.database.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What programmes of OPDs, also of areas above, give somebody at some time of a period. Asked under the lock of the family, under which
 * programmes enrol too.
 */
record PaidItems(Set<Item.Kind> items) {
    PaidItems {
        items = Set.copyOf(items);
    }

    /**
     * For whom, and when.
     *
     * @param need null for one that isn't there, to whom nothing is given
     */
    record Question(@Nullable UUID need, Placement.Period period) {}

    /** In the order of the questions. */
    static List<PaidItems> of(Handle sql, List<Question> questions) {
        return Columns.of(questions)
                .uuid(Question::need)
                .as("date", question -> question.period().from())
                .as("date", question -> question.period().to())
                .query(
                        sql,
                        """
                        select items_paid_by_programmes(asked.need, asked.first_day, asked.last_day) as paid
                        from unnest(?, ?, ?) with ordinality as asked (need, first_day, last_day, number)
                        order by asked.number""",
                        row -> new PaidItems(
                                Arrays.stream((Object[]) row.getArray("paid").getArray())
                                        .map(item -> Item.Kind.valueOf((String) item))
                                        .collect(Collectors.toSet())));
    }

    /** Those that nobody else pays for. */
    List<Item.Kind> leftOf(List<Item.Kind> given) {
        return given.stream().filter(item -> !items.contains(item)).toList();
    }
}
