package id.tumbuh.registry.family;

import id.tumbuh.platform.database.Columns;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where persons belonged before: one row is written for each who leaves a family. */
public final class FormerMemberships {
    private static final String INSERT = """
            insert into former_membership (person_id, person_kind, family_id, area_code, since, until, left_by)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)""";

    private FormerMemberships() {}

    /** The kind of a person; the name is stored. */
    public enum Kind {
        CHILD,
        MEMBER
    }

    /**
     * Somebody who leaves.
     *
     * @param since when he or she joined; null is "before anybody recorded it"
     */
    public record Leaver(UUID person, Kind kind, @Nullable LocalDate since) {}

    public static void add(Handle sql, Transfer transfer, List<Leaver> leavers) {
        if (leavers.isEmpty()) {
            return;
        }
        Columns.of(leavers)
                .uuid(Leaver::person)
                .text(Leaver::kind)
                .uuid(_ -> transfer.from().id())
                .text(_ -> transfer.from().area())
                .as("date", leaver -> notAfter(leaver.since(), transfer.on()))
                .as("date", _ -> transfer.on())
                .text(_ -> transfer.cause())
                .update(sql, INSERT);
    }

    /** Who is told to have left before it joined belonged to that family for no day at all. */
    private static @Nullable LocalDate notAfter(@Nullable LocalDate since, LocalDate until) {
        return since != null && since.isAfter(until) ? until : since;
    }
}
