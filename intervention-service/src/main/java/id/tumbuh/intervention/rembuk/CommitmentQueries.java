package id.tumbuh.intervention.rembuk;

import id.tumbuh.intervention.listing.AreaBelow;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads commitments as a scope sees them. */
@ApplicationScoped
class CommitmentQueries {
    /** The same as {@link Commitment#isOverdue}, in the words of the database. */
    private static final String OVERDUE = "(state = 'BROKEN' or (state = 'OPEN' and due_on < :dueBefore))";

    private static final String COUNTS = """
             count(*) filter (where state = 'KEPT') as kept,
            count(*) filter (where state = 'KEPT' and kept_on > due_on) as kept_late,
            count(*) filter (where state = 'OPEN' and not\s""" + OVERDUE + ") as open,"
            + " count(*) filter (where " + OVERDUE
            + ") as overdue, count(*) filter (where state = 'WITHDRAWN') as withdrawn"
            + " from commitment where area_code >= :from and area_code < :to ";

    private final Database database;

    CommitmentQueries(Database database) {
        this.database = database;
    }

    /** What is asked for; what is left out is any. */
    record Wanted(
            AreaRange areas,
            Commitment.@Nullable State state,
            @Nullable Boolean overdue,
            @Nullable String partyKind,
            @Nullable UUID rembuk) {}

    record Counts(long open, long kept, long keptLate, long overdue, long withdrawn) {}

    /** The commitments of one area below the one asked for, or of that area itself, by kind of party. */
    record AreaCount(String area, String partyKind, Counts counts) {}

    /** The commitments of one party. */
    record PartyCount(String partyKind, String party, Counts counts) {}

    record Summary(List<AreaCount> rows, List<PartyCount> parties) {}

    List<Commitment> page(Scope scope, Wanted wanted, LocalDate dueBefore, Page page) {
        return database.read(
                scope,
                sql -> sql.createQuery("""
                                select * from commitment where area_code >= :from and area_code < :to
                                    and (area_code, id) > (:afterArea, :afterId)
                                    and (:state::text is null or state = :state)
                                    and (:kind::text is null or party_kind = :kind)
                                    and (:rembuk::uuid is null or rembuk_id = :rembuk::uuid)
                                    and (:overdue::boolean is null or :overdue =\s""" + OVERDUE + """
                                    ) order by area_code, id limit :rows""")
                        .bind("from", wanted.areas().from())
                        .bind("to", wanted.areas().to())
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind(
                                "state",
                                wanted.state() == null ? null : wanted.state().name())
                        .bind("kind", wanted.partyKind())
                        .bind("rembuk", wanted.rembuk())
                        .bind("overdue", wanted.overdue())
                        .bind("dueBefore", dueBefore)
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> Commitments.commitment(row))
                        .list());
    }

    Optional<Commitment> byId(Scope scope, UUID id) {
        return database.read(scope, sql -> Commitments.find(sql, id));
    }

    /** By the areas directly below the one asked for, and by party; the parties with most overdue first. */
    Summary summary(Scope scope, @Nullable AreaCode area, LocalDate dueBefore) {
        AreaRange range = AreaRange.of(area == null ? null : area.value(), scope);
        return database.read(
                scope,
                sql -> new Summary(
                        byArea(sql, range, AreaBelow.of(area).codeLength(), dueBefore),
                        byParty(sql, range, dueBefore)));
    }

    private static List<AreaCount> byArea(Handle sql, AreaRange range, int length, LocalDate dueBefore) {
        return sql.createQuery(
                        "select left(area_code, :length) as area, party_kind," + COUNTS + "group by 1, 2 order by 1, 2")
                .bind("length", length)
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("dueBefore", dueBefore)
                .map((row, _) -> new AreaCount(row.getString("area"), row.getString("party_kind"), counts(row)))
                .list();
    }

    private static List<PartyCount> byParty(Handle sql, AreaRange range, LocalDate dueBefore) {
        return sql.createQuery(
                        "select party_kind, party," + COUNTS + "group by 1, 2 order by overdue desc, 1, 2 limit 1000")
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("dueBefore", dueBefore)
                .map((row, _) -> new PartyCount(row.getString("party_kind"), row.getString("party"), counts(row)))
                .list();
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("open"),
                row.getLong("kept"),
                row.getLong("kept_late"),
                row.getLong("overdue"),
                row.getLong("withdrawn"));
    }
}
