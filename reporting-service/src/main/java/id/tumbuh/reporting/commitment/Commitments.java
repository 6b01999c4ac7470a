package id.tumbuh.reporting.commitment;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.reporting.area.Within;
import id.tumbuh.reporting.commitment.CommitmentConsumer.CommitmentState;
import id.tumbuh.reporting.told.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Commitments in the database. */
@ApplicationScoped
public class Commitments {
    private static final String SELECT =
            "select area_code, party_kind, quantity, due_on, state, kept_on from commitment ";

    /** Those due in the year that were not withdrawn, by their day. */
    public List<Commitment> due(Handle sql, String area, int year) {
        return Within.of(area)
                .bind(sql.createQuery(SELECT + """
                        where area_code >= :from and area_code < :to and state <> 'WITHDRAWN'
                            and due_on >= make_date(:year, 1, 1) and due_on < make_date(:year + 1, 1, 1)
                        order by due_on, commitment_id"""))
                .bind("year", year)
                .map((row, _) -> commitment(row))
                .list();
    }

    /** The next one that is not kept and not over. */
    public List<Commitment> next(Handle sql, String area, LocalDate today, int limit) {
        return Within.of(area)
                .bind(sql.createQuery(SELECT + """
                        where area_code >= :from and area_code < :to and state = 'OPEN' and due_on >= :today
                        order by due_on, commitment_id limit :limit"""))
                .bind("today", today)
                .bind("limit", limit)
                .map((row, _) -> commitment(row))
                .list();
    }

    static List<Commitment> of(Handle sql, Collection<UUID> ids) {
        return sql.createQuery(SELECT + "where commitment_id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> commitment(row))
                .list();
    }

    static void store(Handle sql, List<Told<CommitmentState>> told) {
        Columns.of(told)
                .uuid(one -> one.state().commitmentId())
                .int8(Told::version)
                .uuid(one -> one.state().rembukId())
                .text(one -> one.state().areaCode())
                .text(one -> one.state().partyKind())
                .as("numeric", one -> one.state().quantity())
                .as("date", one -> one.state().dueOn())
                .text(one -> one.state().state())
                .as("date", one -> one.state().keptOn())
                .update(sql, """
                        insert into commitment as held (commitment_id, version, rembuk_id, area_code, party_kind, quantity, due_on,
                            state, kept_on)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint commitment_pk do update
                        set version = excluded.version, rembuk_id = excluded.rembuk_id, area_code = excluded.area_code,
                            party_kind = excluded.party_kind, quantity = excluded.quantity, due_on = excluded.due_on,
                            state = excluded.state, kept_on = excluded.kept_on
                        where held.version < excluded.version""");
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        return new Commitment(
                row.getString("area_code"),
                row.getString("party_kind"),
                row.getBigDecimal("quantity"),
                row.getObject("due_on", LocalDate.class),
                row.getString("state"),
                row.getObject("kept_on", LocalDate.class));
    }
}
