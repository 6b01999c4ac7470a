package id.tumbuh.intervention.referral;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The referrals of the database; one statement for each batch. */
public final class Referrals {
    private static final String INSERT = """
            insert into referral (id, family_id, area_code, child_id, risk_factor, field, rule_version, origin, opened_on, state,
                stage, sent_on, accepted_on, due_on, declined_on, decline_reason, proof_what, proof_on, proof_quantity,
                proof_sha256, escalated_to, closed_on, reason, version)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String STORE = INSERT + """
             on conflict (id) do update set field = excluded.field, state = excluded.state, stage = excluded.stage,
                sent_on = excluded.sent_on, accepted_on = excluded.accepted_on, due_on = excluded.due_on,
                declined_on = excluded.declined_on, decline_reason = excluded.decline_reason, proof_what = excluded.proof_what,
                proof_on = excluded.proof_on, proof_quantity = excluded.proof_quantity, proof_sha256 = excluded.proof_sha256,
                escalated_to = excluded.escalated_to, closed_on = excluded.closed_on, reason = excluded.reason,
                version = excluded.version""";

    private Referrals() {}

    /** The open referrals of the families, which the caller has locked. */
    public static List<Referral.Open> openOf(Handle sql, Collection<UUID> familyIds) {
        return sql.createQuery("select * from referral where family_id = any(:families) and state = 'OPEN'")
                .bindArray("families", UUID.class, familyIds.toArray())
                .map((row, _) -> open(row))
                .list();
    }

    static List<Referral> byIds(Handle sql, Collection<UUID> ids) {
        return sql.createQuery("select * from referral where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> referral(row))
                .list();
    }

    static List<UUID> familiesOf(Handle sql, Collection<UUID> ids) {
        return sql.createQuery("select distinct family_id from referral where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(UUID.class)
                .list();
    }

    /** Stores each referral in its latest version. Closed ones first: the factor's next may stand in the same batch. */
    public static void store(Handle sql, Collection<Referral> referrals) {
        upsert(sql, referrals.stream().filter(Referral.Closed.class::isInstance).toList());
        upsert(sql, referrals.stream().filter(Referral.Open.class::isInstance).toList());
    }

    /** Returns false when the id is taken, also by a row that the transaction may not see. */
    static boolean insert(Handle sql, Referral referral) {
        return columns(List.of(referral)).update(sql, INSERT + " on conflict (id) do nothing") == 1;
    }

    private static void upsert(Handle sql, List<Referral> referrals) {
        if (referrals.isEmpty()) {
            return;
        }
        columns(referrals).update(sql, STORE);
    }

    private static Columns<Referral> columns(List<Referral> referrals) {
        return Columns.of(referrals)
                .uuid(Referral::id)
                .uuid(referral -> referral.home().familyId())
                .text(referral -> referral.home().area())
                .uuid(referral -> referral.matter().childId())
                .text(Referral::factor)
                .text(Referral::field)
                .int4(Referral::ruleVersion)
                .text(referral -> referral.matter().origin())
                .as("date", Referral::openedOn)
                .text(referral -> ReferralEvent.of(referral).state())
                .text(referral -> referral.progress().stage())
                .as("date", step(Steps::sentOn))
                .as("date", step(Steps::acceptedOn))
                .as("date", step(Steps::dueOn))
                .as("date", step(Steps::declinedOn))
                .text(step(Steps::declineReason))
                .text(proof(Proof::what))
                .as("date", proof(Proof::on))
                .as("numeric", proof(Proof::quantity))
                .text(proof(Proof::documentSha256))
                .text(referral -> referral instanceof Referral.Open open ? open.escalated() : null)
                .as("date", referral -> referral instanceof Referral.Closed closed ? closed.closedOn() : null)
                .text(Referral::reason)
                .int8(Referral::version);
    }

    private static Function<Referral, ? extends @Nullable Object> step(
            Function<Steps, ? extends @Nullable Object> column) {
        return referral -> column.apply(Steps.of(referral.progress()));
    }

    private static Function<Referral, ? extends @Nullable Object> proof(
            Function<Proof, ? extends @Nullable Object> column) {
        return step(steps -> steps.proof() == null ? null : column.apply(steps.proof()));
    }

    /** A referral as it stands in a row, open or closed. */
    static Referral referral(ResultSet row) throws SQLException {
        Referral.Open referral = open(row);
        LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
        if (closedOn == null) {
            return referral;
        }
        return new Referral.Closed(
                referral.matter(),
                referral.progress(),
                closedOn,
                ReferralReason.valueOf(row.getString("reason")),
                referral.version());
    }

    private static Referral.Open open(ResultSet row) throws SQLException {
        Referral.Matter matter = new Referral.Matter(
                row.getObject("id", UUID.class),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                row.getObject("child_id", UUID.class),
                new RiskFactor(row.getString("risk_factor")),
                new OpdField(row.getString("field")),
                row.getInt("rule_version"),
                Referral.Origin.valueOf(row.getString("origin")),
                day(row, "opened_on"));
        return new Referral.Open(
                matter,
                progress(row),
                Optional.ofNullable(row.getString("escalated_to"))
                        .map(EscalationLevel::valueOf)
                        .orElse(null),
                row.getLong("version"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        LocalDate sentOn = day(row, "sent_on");
        return switch (Progress.Stage.valueOf(row.getString("stage"))) {
            case SENT -> new Progress.Sent(sentOn);
            case ACCEPTED -> new Progress.Accepted(sentOn, day(row, "accepted_on"), day(row, "due_on"));
            case DECLINED -> new Progress.Declined(sentOn, day(row, "declined_on"), row.getString("decline_reason"));
            case DONE ->
                new Progress.Done(
                        sentOn,
                        day(row, "accepted_on"),
                        day(row, "due_on"),
                        new Proof(
                                row.getString("proof_what"),
                                day(row, "proof_on"),
                                row.getBigDecimal("proof_quantity"),
                                row.getString("proof_sha256")));
        };
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getObject(column, LocalDate.class), column);
    }
}
