package id.tumbuh.measurement.skdn;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.measurement.skdn.MonthDecision.Content;
import id.tumbuh.measurement.skdn.SkdnTable.Figures;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A posyandu's month: counted while it is open, kept as it was while it is closed. Who answers for the area where most of its
 * children live sees all of it, since a table without the child from across the river would be wrong.
 */
@ApplicationScoped
class PosyanduMonth {

    private final Database database;
    private final CountSkdn count;
    private final MonthDecisions decisions;
    private final RuleBook rules;
    private final Clock clock;
    private final ObjectMapper json;

    /** What becomes of closing or opening. */
    sealed interface Outcome {
        /** It holds now, or held already. */
        record Done(SkdnTable table) implements Outcome {}

        record UnknownPosyandu() implements Outcome {}
    }

    PosyanduMonth(
            Database database,
            CountSkdn count,
            MonthDecisions decisions,
            RuleBook rules,
            Clock clock,
            ObjectMapper json) {
        this.database = database;
        this.count = count;
        this.decisions = decisions;
        this.rules = rules;
        this.clock = clock;
        this.json = json;
    }

    Optional<SkdnTable> read(UUID posyandu, YearMonth month, Caller caller) {
        return database.read(
                Scope.everywhere(),
                sql -> area(sql, posyandu)
                        .filter(area -> caller.scope().allows(area))
                        .map(area -> table(sql, posyandu, area, month)));
    }

    Outcome close(UUID posyandu, YearMonth month, Caller caller) {
        return decide(posyandu, month, null, caller);
    }

    Outcome reopen(UUID posyandu, YearMonth month, ReopeningReason reason, Caller caller) {
        return decide(posyandu, month, reason, caller);
    }

    /** Once more changes nothing: the month is as it was asked for. */
    private Outcome decide(UUID posyandu, YearMonth month, @Nullable ReopeningReason reason, Caller caller) {
        return database.write(Scope.everywhere(), tx -> {
            AreaCode area = area(tx.sql(), posyandu)
                    .filter(one -> caller.scope().allows(one))
                    .orElse(null);
            if (area == null) {
                return new Outcome.UnknownPosyandu();
            }
            decisions.lock(tx.sql(), posyandu, month);
            Optional<MonthDecision> latest = decisions.latest(tx.sql(), posyandu, month);
            boolean close = reason == null;
            if (latest.map(MonthDecision::closed).orElse(false) != close) {
                SkdnPolicy policy = policy(month);
                MonthDecision decision = new MonthDecision(
                        posyandu,
                        month,
                        latest.map(MonthDecision::version).orElse(0) + 1,
                        area.value(),
                        close,
                        content(count.ofPosyandu(tx.sql(), posyandu, month, policy), policy),
                        policy.version(),
                        reason,
                        clock.instant());
                decisions.store(tx.sql(), decision, caller.subject());
                tx.announce(Announcement.of(SkdnMonthEvent.of(decision), json));
                tx.audit(AuditEntry.of(
                        caller, close ? "CLOSE" : "REOPEN", "skdn-month", posyandu + "/" + month, area.value()));
            }
            return new Outcome.Done(table(tx.sql(), posyandu, area, month));
        });
    }

    private SkdnTable table(Handle sql, UUID posyandu, AreaCode area, YearMonth month) {
        SkdnPolicy policy = policy(month);
        List<SkdnRow> rows = count.ofPosyandu(sql, posyandu, month, policy);
        Content counted = content(rows, policy);
        return decisions
                .latest(sql, posyandu, month)
                .map(latest -> latest.closed()
                        ? closed(latest, counted)
                        : open(posyandu, area, month, latest.version(), counted, policy))
                .orElseGet(() -> open(posyandu, area, month, 0, counted, policy));
    }

    private static SkdnTable closed(MonthDecision latest, Content counted) {
        return new SkdnTable(
                latest.posyanduId().toString(),
                latest.areaCode(),
                latest.month().toString(),
                "CLOSED",
                latest.version(),
                latest.decidedAt(),
                !counted.equals(latest.content()),
                "skdn-" + latest.ruleVersion(),
                latest.decidedAt(),
                latest.content().cells(),
                latest.content().total(),
                SkdnTable.Ratios.of(latest.content().total()));
    }

    private SkdnTable open(
            UUID posyandu, AreaCode area, YearMonth month, int version, Content counted, SkdnPolicy policy) {
        return new SkdnTable(
                posyandu.toString(),
                area.value(),
                month.toString(),
                "OPEN",
                version,
                null,
                null,
                "skdn-" + policy.version(),
                clock.instant(),
                counted.cells(),
                counted.total(),
                SkdnTable.Ratios.of(counted.total()));
    }

    private static Content content(List<SkdnRow> rows, SkdnPolicy policy) {
        return new Content(SkdnTable.cells(rows, policy), Figures.of(SkdnTable.total(rows)));
    }

    private SkdnPolicy policy(YearMonth month) {
        return SkdnPolicy.of(rules.on(month.atEndOfMonth()));
    }

    /** Where most of its children live; none when nobody is registered there. */
    private static Optional<AreaCode> area(Handle sql, UUID posyandu) {
        return sql.createQuery("""
                        select area_code from child where posyandu_id = :posyandu and active
                        group by area_code order by count(*) desc, area_code limit 1""")
                .bind("posyandu", posyandu)
                .mapTo(String.class)
                .findOne()
                .map(AreaCode::new);
    }
}
