package id.tumbuh.intervention.partner;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of those a partner helps.
 *
 * @param next cursor of the next page, or null on the last
 * @param today as a date field writes it
 */
record ChildrenPage(
        List<Card> cards, String today, @Nullable String next) {
    ChildrenPage {
        cards = List.copyOf(cards);
    }

    /**
     * One of them.
     *
     * @param hold until when it is held; null once it is promised
     * @param isOver whether the hold ran out
     * @param growth null of a mother, and while nothing is promised
     */
    record Card(
            UUID id,
            long version,
            String label,
            String person,
            String place,
            @Nullable String sponsor,
            @Nullable String hold,
            boolean isOver,
            @Nullable Promise promise,
            @Nullable GrowthStory growth,
            boolean visitAsked,
            Brought brought,
            List<Choice> items,
            Reports reports) {
        Card {
            items = List.copyOf(items);
        }
    }

    /** From when to when, for people and for date fields. */
    record Promise(String since, String until, String firstDay, String lastDay) {}

    /** What was brought, and what is next. */
    record Brought(
            @Nullable String summary,
            List<Row> rows,
            @Nullable String next,
            String nextDay) {
        Brought {
            rows = List.copyOf(rows);
        }

        /** A delivery in the table. */
        record Row(String date, String what, String state) {}
    }

    /** Ids for the next reports, made with the page: a form that is sent twice reports once. */
    record Reports(String made, UUID sentId, UUID unableId) {}
}
