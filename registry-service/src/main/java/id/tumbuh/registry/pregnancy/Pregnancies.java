package id.tumbuh.registry.pregnancy;

import id.tumbuh.platform.database.Columns;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The pregnancies of the database; one statement for each batch. */
final class Pregnancies {
    private static final String INSERT = """
            insert into pregnancy (id, family_id, area_code, mother_id, confirmed_on, last_period_on, expected_on, state,
                reported_mother_id, fingerprint, version)
            select id, family_id, area_code, mother_id, confirmed_on, last_period_on, expected_on, 'ONGOING',
                reported_mother_id, fingerprint, 1
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, family_id, area_code, mother_id, confirmed_on, last_period_on, expected_on, reported_mother_id,
                    fingerprint)
            order by id
            on conflict do nothing
            returning id""";

    private static final String UPDATE = """
            update pregnancy set family_id = row.family_id, area_code = row.area_code, mother_id = row.mother_id,
                reported_mother_id = row.reported_mother_id, merged_into = row.merged_into, confirmed_on = row.confirmed_on,
                last_period_on = row.last_period_on, expected_on = row.expected_on,
                state = case when row.outcome is null then 'ONGOING' else 'ENDED' end, ended_on = row.ended_on,
                outcome = row.outcome, version = row.version, changed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, family_id, area_code, mother_id, reported_mother_id, merged_into, confirmed_on, last_period_on,
                    expected_on, ended_on, outcome, version)
            where pregnancy.id = row.id""";

    private Pregnancies() {}

    /** A pregnancy to be stored. */
    @SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
    record Row(NewPregnancy pregnancy, Mothers.Mother mother, byte[] fingerprint) {
        UUID id() {
            return pregnancy.id();
        }

        /** Whoever registers it may know the mother by a record that was merged into another. */
        @Nullable
        UUID reportedMother() {
            return pregnancy.motherId().equals(mother.id()) ? null : pregnancy.motherId();
        }

        KnownPregnancy stored() {
            return new KnownPregnancy(
                    pregnancy.of(mother.id()),
                    mother.family(),
                    mother.area(),
                    null,
                    List.of(),
                    1,
                    new KnownPregnancy.Twice(reportedMother(), null));
        }
    }

    /** Stores those whose id is free and whose mother has no other that goes on, and says which. */
    static Set<UUID> insert(Handle sql, Collection<Row> rows) {
        return new HashSet<>(Columns.of(List.copyOf(rows))
                .uuid(Row::id)
                .uuid(row -> row.mother().family())
                .text(row -> row.mother().area())
                .uuid(row -> row.mother().id())
                .as("date", row -> row.pregnancy().confirmedOn())
                .as("date", row -> row.pregnancy().lastPeriodOn())
                .as("date", row -> row.pregnancy().expectedOn())
                .uuid(Row::reportedMother)
                .bytes(Row::fingerprint)
                .query(sql, INSERT, row -> row.getObject(1, UUID.class)));
    }

    static void update(Handle sql, List<KnownPregnancy> pregnancies) {
        Columns.of(pregnancies)
                .uuid(pregnancy -> pregnancy.content().id())
                .uuid(KnownPregnancy::family)
                .text(KnownPregnancy::area)
                .uuid(pregnancy -> pregnancy.content().motherId())
                .uuid(pregnancy -> pregnancy.twice().reportedMother())
                .uuid(pregnancy -> pregnancy.twice().mergedInto())
                .as("date", pregnancy -> pregnancy.content().confirmedOn())
                .as("date", pregnancy -> pregnancy.content().lastPeriodOn())
                .as("date", pregnancy -> pregnancy.content().expectedOn())
                .as(
                        "date",
                        pregnancy -> pregnancy.ended() == null
                                ? null
                                : pregnancy.ended().on())
                .text(pregnancy ->
                        pregnancy.ended() == null ? null : pregnancy.ended().outcome())
                .int8(KnownPregnancy::version)
                .update(sql, UPDATE);
    }

    /** Mothers of these with a pregnancy that goes on. */
    static Set<UUID> expecting(Handle sql, Collection<UUID> mothers) {
        return sql.createQuery("select mother_id from pregnancy where mother_id = any(:mothers) and state = 'ONGOING'")
                .bindArray("mothers", UUID.class, mothers.toArray())
                .mapTo(UUID.class)
                .set();
    }
}
