package id.tumbuh.registry.couple;

import id.tumbuh.platform.database.Columns;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The couples of the database; one statement for each batch. */
final class Couples {
    private static final String INSERT = """
            insert into couple (id, family_id, area_code, bride_id, groom_id, registered_on, planned_wedding_on, state,
                reported_bride_id, reported_groom_id, fingerprint, version)
            select id, family_id, area_code, bride_id, groom_id, registered_on, planned_wedding_on, 'PLANNED', reported_bride_id,
                reported_groom_id, fingerprint, 1
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, family_id, area_code, bride_id, groom_id, registered_on, planned_wedding_on, reported_bride_id,
                    reported_groom_id, fingerprint)
            order by id
            on conflict do nothing
            returning id""";

    private static final String UPDATE = """
            update couple set family_id = row.family_id, area_code = row.area_code, bride_id = row.bride_id,
                groom_id = row.groom_id, reported_bride_id = row.reported_bride_id,
                reported_groom_id = row.reported_groom_id, merged_into = row.merged_into,
                registered_on = row.registered_on, planned_wedding_on = row.planned_wedding_on, state = row.state,
                ended_on = row.ended_on, version = row.version, changed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, family_id, area_code, bride_id, groom_id, reported_bride_id, reported_groom_id, merged_into,
                    registered_on, planned_wedding_on, state, ended_on, version)
            where couple.id = row.id""";

    private Couples() {}

    /** A couple to be stored; whoever registers it may know bride or groom by a record that was merged into another. */
    @SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
    record Row(NewCouple couple, Partners.Partner bride, Partners.@Nullable Partner groom, byte[] fingerprint) {
        UUID id() {
            return couple.id();
        }

        @Nullable
        UUID groomId() {
            return groom == null ? null : groom.id();
        }

        @Nullable
        UUID reportedBride() {
            return couple.brideId().equals(bride.id()) ? null : couple.brideId();
        }

        @Nullable
        UUID reportedGroom() {
            return Objects.equals(couple.groomId(), groomId()) ? null : couple.groomId();
        }

        KnownCouple stored() {
            return new KnownCouple(
                    couple.of(bride.id(), groomId()),
                    bride.family(),
                    bride.area(),
                    CoupleState.PLANNED,
                    null,
                    1,
                    new KnownCouple.Twice(reportedBride(), reportedGroom(), null));
        }
    }

    /** Stores those whose id is free and whose bride has no other plan, and says which. */
    static Set<UUID> insert(Handle sql, Collection<Row> rows) {
        return new HashSet<>(Columns.of(List.copyOf(rows))
                .uuid(Row::id)
                .uuid(row -> row.bride().family())
                .text(row -> row.bride().area())
                .uuid(row -> row.bride().id())
                .uuid(Row::groomId)
                .as("date", row -> row.couple().registeredOn())
                .as("date", row -> row.couple().plannedWeddingOn())
                .uuid(Row::reportedBride)
                .uuid(Row::reportedGroom)
                .bytes(Row::fingerprint)
                .query(sql, INSERT, row -> row.getObject(1, UUID.class)));
    }

    static void update(Handle sql, List<KnownCouple> couples) {
        Columns.of(couples)
                .uuid(couple -> couple.content().id())
                .uuid(KnownCouple::family)
                .text(KnownCouple::area)
                .uuid(couple -> couple.content().brideId())
                .uuid(couple -> couple.content().groomId())
                .uuid(couple -> couple.twice().reportedBride())
                .uuid(couple -> couple.twice().reportedGroom())
                .uuid(couple -> couple.twice().mergedInto())
                .as("date", couple -> couple.content().registeredOn())
                .as("date", couple -> couple.content().plannedWeddingOn())
                .text(KnownCouple::state)
                .as("date", KnownCouple::endedOn)
                .int8(KnownCouple::version)
                .update(sql, UPDATE);
    }
}
