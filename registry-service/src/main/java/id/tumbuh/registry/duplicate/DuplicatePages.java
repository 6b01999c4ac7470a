package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One page of the pairs that the scope shows, the likeliest first. */
record DuplicatePages(AreaCode area, State state, @Nullable PersonKind kind, After after, int limit) {

    /** What was decided of a pair. The names are on the wire: never renamed. */
    enum State {
        OPEN,
        MERGED,
        DIFFERENT,
        UNDONE
    }

    /** Where a page ended. */
    record After(double score, UUID id) {
        static After read(@Nullable String cursor) {
            if (cursor == null) {
                return new After(Double.MAX_VALUE, new UUID(0, 0));
            }
            List<String> key = Cursor.decode(cursor, 2).key();
            try {
                return new After(Double.parseDouble(key.get(0)), UUID.fromString(key.get(1)));
            } catch (IllegalArgumentException invented) {
                throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
            }
        }

        String cursor() {
            return Cursor.after(Double.toString(score), id.toString()).encoded();
        }
    }

    /** The pairs that row level security lets through: of one person at least, in the area asked for. */
    List<DuplicateRow> read(Handle sql) {
        return sql.createQuery(DuplicateRow.SELECT + """
                        where d.state = :state and (-d.score, d.id) > (-cast(:lastScore as float8), :lastId)
                            and d.kind = coalesce(cast(:kind as text), d.kind)
                            and case d.kind when 'CHILD' then exists (
                                    select from child c where c.id in (d.one_id, d.other_id)
                                        and c.area_code >= :from and c.area_code < :to)
                                else exists (
                                    select from member m where m.id in (d.one_id, d.other_id)
                                        and m.area_code >= :from and m.area_code < :to) end
                        order by -d.score, d.id limit :limit""")
                .bind("state", state.name())
                .bind("kind", kind == null ? null : kind.name())
                .bind("lastScore", after.score())
                .bind("lastId", after.id())
                .bind("from", area.value())
                .bind("to", area.value() + "/")
                .bind("limit", limit)
                .map((row, _) -> DuplicateRow.read(row))
                .list();
    }
}
