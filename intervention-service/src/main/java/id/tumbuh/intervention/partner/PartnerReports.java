package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What partners say they delivered: it stands in the plan of deliveries, and here in their own units. */
@ApplicationScoped
class PartnerReports {
    private final Database database;
    private final PartnerPlacements placements;
    private final SettleReports settle;

    PartnerReports(Database database, PartnerPlacements placements, SettleReports settle) {
        this.database = database;
        this.placements = placements;
        this.settle = settle;
    }

    /** How much of it. */
    record Amount(BigDecimal quantity, String unit) {
        Amount {
            quantity = quantity.stripTrailingZeros();
        }
    }

    /**
     * So much of something on a day.
     *
     * @param amount null when the partner says that it can't bring it
     */
    record Report(
            UUID id,
            UUID placementId,
            LocalDate day,
            Item.Kind item,
            @Nullable Amount amount) {
        String outcome() {
            return (amount == null ? PartnerReportForm.Outcome.UNABLE : PartnerReportForm.Outcome.SENT).name();
        }
    }

    /** Returns whether it is new; sent again it changes nothing. */
    boolean report(Acting.Party party, Report report, Instant now) {
        PartnerPlacementView placement = placements
                .find(party, report.placementId())
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.PLACEMENT_UNKNOWN)));
        if (report.amount() != null && report.day().isAfter(Days.of(now))) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/day", CommonProblem.OUT_OF_RANGE));
        }
        if (!isPromised(placement, report.day())) {
            throw new ProblemException(Problem.of(InterventionProblem.OUTSIDE_OF_PROMISE));
        }
        return database.write(party.scope(), tx -> {
            if (insert(tx.sql(), party.client(), report)) {
                tx.audit(party.actor()
                        .did(
                                report.amount() == null ? "REPORT_UNABLE" : "REPORT",
                                "placement",
                                report.placementId(),
                                placement.kecamatan()));
                settle.settle(tx, party.actor(), report, Days.of(now));
                return true;
            }
            if (!report.equals(read(tx.sql(), party.client(), report.id()))) {
                throw new ProblemException(Problem.of(CommonProblem.CONFLICT));
            }
            return false;
        });
    }

    /**
     * Which reports of all partners; without an outcome both.
     *
     * @param setAside those alone that could not be brought into the plan
     */
    record Wanted(AreaRange areas, PartnerReportForm.@Nullable Outcome outcome, LocalDate from, boolean setAside) {}

    /** A report as the scope shows it. */
    Optional<PartnerReportView> find(Scope scope, SettleReports.Key key) {
        return database.read(
                scope,
                sql -> sql.createQuery("""
                                select r.*, p.area_code from partner_report r join placement p on p.id = r.placement_id
                                where r.client = :client and r.id = :id""")
                        .bind("client", key.client())
                        .bind("id", key.id())
                        .map((row, _) -> view(row))
                        .findOne());
    }

    /** Has one that was set aside tried at once. Nothing when it isn't there, or not in the actor's areas. */
    Optional<PartnerReportView> retry(Actor actor, SettleReports.Key key, LocalDate today) {
        Optional<PartnerReportView> before = find(actor.scope(), key);
        if (before.isEmpty() || before.get().setAsideAt() == null) {
            return before;
        }
        String area = before.get().area();
        database.<@Nullable Object>write(actor.scope(), tx -> {
            tx.audit(actor.did("RETRY_REPORT", "placement", before.get().placementId(), area));
            return null;
        });
        settle.settle(key, today);
        return find(actor.scope(), key);
    }

    List<PartnerReportView> page(Scope scope, Wanted wanted, Page page) {
        return database.read(
                scope,
                sql -> sql.createQuery("""
                                select r.*, p.area_code from partner_report r join placement p on p.id = r.placement_id
                                where p.area_code >= :from and p.area_code < :to and r.day >= :since
                                    and (p.area_code, r.id) > (:afterArea, :afterId)
                                    and (r.set_aside_at is not null or not :setAside)
                                    and (cast(:outcome as text) is null or r.outcome = cast(:outcome as text))
                                order by p.area_code, r.id limit :rows""")
                        .bind("from", wanted.areas().from())
                        .bind("to", wanted.areas().to())
                        .bind("since", wanted.from())
                        .bind("setAside", wanted.setAside())
                        .bind(
                                "outcome",
                                wanted.outcome() == null
                                        ? null
                                        : wanted.outcome().name())
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> view(row))
                        .list());
    }

    /** In the words of the row: also of one that can't be read. */
    private static PartnerReportView view(ResultSet row) throws SQLException {
        Amount amount = amount(row);
        OffsetDateTime setAside = row.getObject("set_aside_at", OffsetDateTime.class);
        return new PartnerReportView(
                row.getObject("id", UUID.class),
                row.getString("client"),
                row.getObject("placement_id", UUID.class),
                row.getString("area_code"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                row.getString("item"),
                row.getString("outcome"),
                amount == null ? null : amount.quantity(),
                amount == null ? null : amount.unit(),
                row.getObject("delivery_id", UUID.class),
                setAside == null ? null : setAside.toInstant(),
                setAside == null ? null : SetAside.valueOf(row.getString("set_aside_reason")));
    }

    private static boolean isPromised(PartnerPlacementView placement, LocalDate day) {
        LocalDate from = placement.from();
        LocalDate to = placement.endedOn() == null ? placement.to() : placement.endedOn();
        return from != null && to != null && !day.isBefore(from) && !day.isAfter(to);
    }

    private static boolean insert(Handle sql, String client, Report report) {
        Amount amount = report.amount();
        return sql.createUpdate("""
                        insert into partner_report (client, id, placement_id, day, item, outcome, quantity, unit)
                        values (:client, :id, :placement, :day, :item, :outcome, cast(:quantity as numeric), cast(:unit as text))
                        on conflict do nothing""")
                        .bind("client", client)
                        .bind("id", report.id())
                        .bind("placement", report.placementId())
                        .bind("day", report.day())
                        .bind("item", report.item().name())
                        .bind("outcome", report.outcome())
                        .bind("quantity", amount == null ? null : amount.quantity())
                        .bind("unit", amount == null ? null : amount.unit())
                        .execute()
                == 1;
    }

    private static Report read(Handle sql, String client, UUID id) {
        return sql.createQuery("select * from partner_report where client = :client and id = :id")
                .bind("client", client)
                .bind("id", id)
                .map((row, _) -> report(row))
                .one();
    }

    static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getObject("placement_id", UUID.class),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                Item.Kind.valueOf(row.getString("item")),
                amount(row));
    }

    private static @Nullable Amount amount(ResultSet row) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("quantity");
        return quantity == null ? null : new Amount(quantity, row.getString("unit"));
    }
}
