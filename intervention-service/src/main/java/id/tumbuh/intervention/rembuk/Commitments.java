package id.tumbuh.intervention.rembuk;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The commitments of the database; one statement for each batch. */
final class Commitments {
    private Commitments() {}

    /** All that a rembuk ever had, locked, in the order of their ids. */
    static List<Commitment> lockOf(Handle sql, UUID rembukId) {
        return sql.createQuery("select * from commitment where rembuk_id = :rembuk order by id for update")
                .bind("rembuk", rembukId)
                .map((row, _) -> commitment(row))
                .list();
    }

    static Optional<Commitment> lock(Handle sql, UUID id) {
        return sql.createQuery("select * from commitment where id = :id for update")
                .bind("id", id)
                .map((row, _) -> commitment(row))
                .findOne();
    }

    static Optional<Commitment> find(Handle sql, UUID id) {
        return sql.createQuery("select * from commitment where id = :id")
                .bind("id", id)
                .map((row, _) -> commitment(row))
                .findOne();
    }

    /** Those whose day has passed, locked; those that another pass is at are left to it. */
    static List<Commitment> lockOverdue(Handle sql, LocalDate dueBefore, int portion) {
        return sql.createQuery("""
                        select * from commitment where state = 'OPEN' and due_on < :before
                        order by id limit :portion for update skip locked""")
                .bind("before", dueBefore)
                .bind("portion", portion)
                .map((row, _) -> commitment(row))
                .list();
    }

    /** Returns how many were new: an id may be taken, also by one that the transaction may not see. */
    static int insert(Handle sql, List<Commitment> commitments) {
        return columns(commitments).update(sql, """
                insert into commitment (id, rembuk_id, area_code, party_kind, party, what, quantity, unit, made_on, due_on,
                    state, reason, kept_on, evidence_sha256, evidence_note, version)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""");
    }

    static void update(Handle sql, List<Commitment> commitments) {
        columns(commitments).update(sql, """
                update commitment set party_kind = told.party_kind, party = told.party, what = told.what,
                    quantity = told.quantity, unit = told.unit, made_on = told.made_on, due_on = told.due_on,
                    state = told.state, reason = told.reason, kept_on = told.kept_on,
                    evidence_sha256 = told.evidence_sha256, evidence_note = told.evidence_note, version = told.version
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as told (id, rembuk_id, area_code, party_kind,
                    party, what, quantity, unit, made_on, due_on, state, reason, kept_on, evidence_sha256, evidence_note, version)
                where commitment.id = told.id""");
    }

    private static Columns<Commitment> columns(List<Commitment> commitments) {
        return Columns.of(commitments)
                .uuid(Commitment::id)
                .uuid(Commitment::rembukId)
                .text(Commitment::area)
                .text(one -> one.promise().partyKind())
                .text(one -> one.promise().party())
                .text(one -> one.promise().what())
                .as("numeric", one -> one.promise().quantity())
                .text(one -> one.promise().unit())
                .as("date", Commitment::madeOn)
                .as("date", one -> one.promise().dueOn())
                .text(one -> one.standing().state())
                .text(one -> one.standing() instanceof Commitment.Withdrawn withdrawn ? withdrawn.reason() : null)
                .as("date", kept(Commitment.Kept::on))
                .text(kept(kept -> kept.evidence().sha256()))
                .text(kept(kept -> kept.evidence().note()))
                .int8(Commitment::version);
    }

    private static Function<Commitment, @Nullable Object> kept(Function<Commitment.Kept, @Nullable Object> column) {
        return one -> one.standing() instanceof Commitment.Kept kept ? column.apply(kept) : null;
    }

    static Commitment commitment(ResultSet row) throws SQLException {
        return new Commitment(
                row.getObject("rembuk_id", UUID.class),
                new AreaCode(row.getString("area_code")),
                day(row, "made_on"),
                new Minutes.Promise(
                        row.getObject("id", UUID.class),
                        row.getString("party_kind"),
                        row.getString("party"),
                        row.getString("what"),
                        row.getBigDecimal("quantity"),
                        row.getString("unit"),
                        day(row, "due_on")),
                standing(row),
                row.getLong("version"));
    }

    private static Commitment.Standing standing(ResultSet row) throws SQLException {
        return switch (Commitment.State.valueOf(row.getString("state"))) {
            case OPEN -> new Commitment.Open();
            case BROKEN -> new Commitment.Broken();
            case KEPT ->
                new Commitment.Kept(
                        day(row, "kept_on"),
                        new Commitment.Evidence(row.getString("evidence_sha256"), row.getString("evidence_note")));
            case WITHDRAWN -> new Commitment.Withdrawn(row.getString("reason"));
        };
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getObject(column, LocalDate.class), column);
    }
}
