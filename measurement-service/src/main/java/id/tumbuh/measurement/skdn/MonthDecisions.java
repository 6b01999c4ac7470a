package id.tumbuh.measurement.skdn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.measurement.skdn.MonthDecision.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Closings of months, never changed: the latest one of a month holds. */
@ApplicationScoped
class MonthDecisions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Two who close the same month come one after the other. */
    void lock(Handle sql, UUID posyandu, YearMonth month) {
        sql.createQuery("select pg_advisory_xact_lock(hashtextextended(:month, 0))::text")
                .bind("month", posyandu + "/" + month)
                .mapTo(String.class)
                .one();
    }

    Optional<MonthDecision> latest(Handle sql, UUID posyandu, YearMonth month) {
        return sql.createQuery("""
                        select * from skdn_month where posyandu_id = :posyandu and month = :month
                        order by version desc limit 1""")
                .bind("posyandu", posyandu)
                .bind("month", month.atDay(1))
                .map((row, _) -> decision(row))
                .findOne();
    }

    void store(Handle sql, MonthDecision decision, String decidedBy) {
        sql.createUpdate("""
                        insert into skdn_month (posyandu_id, month, version, area_code, closed, figures, rule_version, reason,
                            decided_by, decided_at)
                        values (:posyandu, :month, :version, :area, :closed, :figures::jsonb, :rule, :reason, :by, :at)""")
                .bind("posyandu", decision.posyanduId())
                .bind("month", decision.month().atDay(1))
                .bind("version", decision.version())
                .bind("area", decision.areaCode())
                .bind("closed", decision.closed())
                .bind("figures", write(decision.content()))
                .bind("rule", decision.ruleVersion())
                .bind(
                        "reason",
                        decision.reason() == null ? null : decision.reason().name())
                .bind("by", decidedBy)
                .bind("at", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static MonthDecision decision(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new MonthDecision(
                row.getObject("posyandu_id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("version"),
                row.getString("area_code"),
                row.getBoolean("closed"),
                read(row.getString("figures")),
                row.getInt("rule_version"),
                reason == null ? null : ReopeningReason.valueOf(reason),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    private static String write(Content content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures can't be written", impossible);
        }
    }

    private static Content read(String figures) {
        try {
            return JSON.readValue(figures, Content.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures can't be read", impossible);
        }
    }
}
