package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The referrals of the database; one statement for each batch. */
public final class Referrals {
    private Referrals() {}

    /** The open referrals of the families, which the caller has locked. */
    public static List<Referral.Open> openOf(Handle sql, Collection<UUID> familyIds) {
        return sql.createQuery("select * from referral where family_id = any(:families) and state = 'OPEN'")
                .bindArray("families", UUID.class, familyIds.toArray())
                .map((row, _) -> open(row))
                .list();
    }

    /** Stores each referral in its latest version. Closed ones first: the factor's next may stand in the same batch. */
    public static void store(Handle sql, Collection<Referral> referrals) {
        upsert(sql, referrals.stream().filter(Referral.Closed.class::isInstance).toList());
        upsert(sql, referrals.stream().filter(Referral.Open.class::isInstance).toList());
    }

    private static void upsert(Handle sql, List<Referral> referrals) {
        if (referrals.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        insert into referral (id, family_id, area_code, risk_factor, field, rule_version, state, opened_on,
                            closed_on, reason, version)
                        select id, family_id, area_code, risk_factor, field, rule_version, state, opened_on::date,
                            closed_on::date, reason, version
                        from unnest(:ids, :families, :areas, :factors, :fields, :rules, :states, :opened, :closed, :reasons,
                                :versions)
                            as row (id, family_id, area_code, risk_factor, field, rule_version, state, opened_on,
                                closed_on, reason, version)
                        on conflict (id) do update set state = excluded.state, closed_on = excluded.closed_on,
                            reason = excluded.reason, version = excluded.version""")
                .bindArray(
                        "ids", UUID.class, referrals.stream().map(Referral::id).toArray())
                .bindArray(
                        "families",
                        UUID.class,
                        referrals.stream()
                                .map(referral -> referral.home().familyId())
                                .toArray())
                .bindArray(
                        "areas",
                        String.class,
                        referrals.stream()
                                .map(referral -> referral.home().area().value())
                                .toArray())
                .bindArray(
                        "factors",
                        String.class,
                        referrals.stream()
                                .map(referral -> referral.factor().code())
                                .toArray())
                .bindArray(
                        "fields",
                        String.class,
                        referrals.stream()
                                .map(referral -> referral.field().code())
                                .toArray())
                .bindArray(
                        "rules",
                        Integer.class,
                        referrals.stream().map(Referral::ruleVersion).toArray())
                .bindArray(
                        "states",
                        String.class,
                        referrals.stream()
                                .map(referral ->
                                        ReferralEvent.of(referral).state().name())
                                .toArray())
                .bindArray(
                        "opened",
                        String.class,
                        referrals.stream()
                                .map(referral -> referral.openedOn().toString())
                                .toArray())
                .bindArray(
                        "closed",
                        String.class,
                        referrals.stream()
                                .map(referral -> referral instanceof Referral.Closed over
                                        ? over.closedOn().toString()
                                        : null)
                                .toArray())
                .bindArray(
                        "reasons",
                        String.class,
                        referrals.stream()
                                .map(referral -> referral.reason().name())
                                .toArray())
                .bindArray(
                        "versions",
                        Long.class,
                        referrals.stream().map(Referral::version).toArray())
                .execute();
    }

    /** A referral as it stands in a row, open or closed. */
    static Referral referral(ResultSet row) throws SQLException {
        Referral.Open referral = open(row);
        LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
        if (closedOn == null) {
            return referral;
        }
        return new Referral.Closed(
                referral.id(),
                referral.home(),
                referral.factor(),
                referral.field(),
                referral.ruleVersion(),
                referral.openedOn(),
                closedOn,
                ReferralReason.valueOf(row.getString("reason")),
                row.getLong("version"));
    }

    private static Referral.Open open(ResultSet row) throws SQLException {
        return new Referral.Open(
                row.getObject("id", UUID.class),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                new RiskFactor(row.getString("risk_factor")),
                new OpdField(row.getString("field")),
                row.getInt("rule_version"),
                Objects.requireNonNull(row.getObject("opened_on", LocalDate.class)));
    }
}
