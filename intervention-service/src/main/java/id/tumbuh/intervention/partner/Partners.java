package id.tumbuh.intervention.partner;

import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The partners of the database. */
@ApplicationScoped
class Partners {
    private final Database database;

    Partners(Database database) {
        this.database = database;
    }

    /** A partner and whether it was registered just now. */
    record Put(PartnerView partner, boolean created) {}

    /**
     * Registers a partner, or changes it.
     *
     * @param expected the version it changes; null registers, and changes nothing that stands
     */
    Put put(Actor actor, String client, Partner.Terms terms, @Nullable Long expected) {
        if (!actor.scope().allows(terms.area())) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        return database.write(actor.scope(), tx -> {
            Optional<Partner> stands = read(tx.sql(), client, "for update");
            if (stands.isEmpty()) {
                return new Put(register(tx, actor, client, terms, expected), true);
            }
            if (stands.get().terms().equals(terms)) {
                return new Put(view(tx.sql(), stands.get()), false);
            }
            return new Put(change(tx, actor, stands.get(), terms, expected), false);
        });
    }

    Optional<PartnerView> find(Scope scope, String client) {
        return database.read(scope, sql -> read(sql, client, "").map(partner -> view(sql, partner)));
    }

    /** Who sends the request may have narrower areas than the partner was registered with, so it is looked up without a scope. */
    Optional<Partner> ofToken(String client) {
        return database.read(Scope.everywhere(), sql -> read(sql, client, ""));
    }

    private static PartnerView register(
            Transaction tx, Actor actor, String client, Partner.Terms terms, @Nullable Long expected) {
        if (expected != null) {
            throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
        }
        boolean isNew = tx.sql()
                        .createUpdate("""
                        insert into partner (client, institution, area_code, contact, suspended, version)
                        values (:client, :institution, :area, :contact, :suspended, 1) on conflict do nothing""")
                        .bind("client", client)
                        .bind("institution", terms.institution())
                        .bind("area", terms.area().value())
                        .bind("contact", terms.contact())
                        .bind("suspended", terms.suspended())
                        .execute()
                == 1;
        if (!isNew) {
            throw new ProblemException(Problem.of(CommonProblem.CONFLICT)); // in somebody else's area
        }
        tx.audit(actor.did("REGISTER", "partner", client, terms.area().value()));
        return view(tx.sql(), new Partner(client, terms, 1));
    }

    private static PartnerView change(
            Transaction tx, Actor actor, Partner stands, Partner.Terms terms, @Nullable Long expected) {
        if (expected == null) {
            throw new ProblemException(Problem.of(CommonProblem.CONFLICT));
        }
        if (expected != stands.version()) {
            throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
        }
        Partner changed = new Partner(stands.client(), terms, stands.version() + 1);
        tx.sql()
                .createUpdate("""
                        update partner set institution = :institution, area_code = :area, contact = :contact,
                            suspended = :suspended, version = :version where client = :client""")
                .bind("client", changed.client())
                .bind("institution", terms.institution())
                .bind("area", terms.area().value())
                .bind("contact", terms.contact())
                .bind("suspended", terms.suspended())
                .bind("version", changed.version())
                .execute();
        tx.audit(actor.did("CHANGE", "partner", changed.client(), terms.area().value()));
        return view(tx.sql(), changed);
    }

    private static Optional<Partner> read(Handle sql, String client, String lock) {
        return sql.createQuery("select * from partner where client = :client " + lock)
                .bind("client", client)
                .map((row, _) -> partner(row))
                .findOne();
    }

    private static PartnerView view(Handle sql, Partner partner) {
        List<UUID> sponsors = sql.createQuery("select id from sponsor where client = :client order by id limit 1000")
                .bind("client", partner.client())
                .mapTo(UUID.class)
                .list();
        return PartnerView.of(partner, sponsors);
    }

    private static Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                row.getString("client"),
                new Partner.Terms(
                        row.getString("institution"),
                        new AreaCode(row.getString("area_code")),
                        row.getString("contact"),
                        row.getBoolean("suspended")),
                row.getLong("version"));
    }
}
