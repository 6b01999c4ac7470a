package id.tumbuh.platform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the written notice of a breach (UU 27/2022 art. 46, within 3 x 24 hours): which persons' data, which fields, how
 * often, from when to when. An auditor of some areas learns of entries in those.
 */
@ApplicationScoped
class ReportBreach {
    private static final int MOST_IN_JSON = 10_000;
    private static final int FETCH = 2_000;
    private static final String CHILD = "child";
    /** What an operation answers or changes: a rule of the service, so that it can be corrected with a date and a source. */
    private static final String FIELDS = "audit.fields";

    private static final String ENTRIES = """
            from audit_entry
            where at >= :from and at < :to
                and (cast(:subject as text) is null or subject = :subject)
                and (cast(:client as text) is null or client = :client)
                and app_in_scope(coalesce(area_code, ''))""";

    private final Database database;
    private final RuleBook rules;
    private final String service;

    ReportBreach(Database database, RuleBook rules, @ConfigProperty(name = "tumbuh.service") String service) {
        this.database = database;
        this.rules = rules;
        this.service = service;
    }

    /** The report in short: everything counted, the first objects in full. */
    BreachReport report(Scope scope, BreachQuestion question) {
        JsonNode fields = fields();
        return database.read(scope, sql -> {
            List<TouchedObject> touched = new ArrayList<>();
            touched(sql, question, fields, " limit " + (MOST_IN_JSON + 1), touched::add);
            boolean complete = touched.size() <= MOST_IN_JSON;
            return bound(sql.createQuery("""
                            select count(*) as entries, count(distinct (object_type, object_id)) as objects,
                                count(distinct object_id) filter (where object_type = 'child') as children,
                                min(at) as first, max(at) as last
                            """ + ENTRIES), question)
                    .map((row, _) -> new BreachReport(
                            service,
                            row.getLong("objects"),
                            row.getLong("children"),
                            row.getLong("entries"),
                            instant(row, "first"),
                            instant(row, "last"),
                            complete,
                            complete ? touched : touched.subList(0, MOST_IN_JSON)))
                    .one();
        });
    }

    /** Every line, one after another. */
    void each(Scope scope, BreachQuestion question, Consumer<TouchedObject> line) {
        JsonNode fields = fields();
        database.read(scope, sql -> {
            touched(sql, question, fields, "", line);
            return CHILD;
        });
    }

    /** Who asked for whose doings is itself audited, before anything is answered. */
    void audit(Caller caller, BreachQuestion question) {
        String kind = question.subject() == null ? "client" : "subject";
        String whose = question.subject() == null ? question.client() : question.subject();
        database.write(caller.scope(), tx -> {
            tx.audit(AuditEntry.of(caller, "REPORT_BREACH", kind, String.valueOf(whose), null));
            return kind;
        });
    }

    private JsonNode fields() {
        return rules.on(LocalDate.now(ZoneOffset.ofHours(7))).json(FIELDS);
    }

    private static void touched(
            Handle sql, BreachQuestion question, JsonNode fields, String limit, Consumer<TouchedObject> line) {
        bound(
                        sql.createQuery(
                                "select object_type, object_id, action, max(area_code) as area, count(*) as times,"
                                        + " min(at) as first, max(at) as last " + ENTRIES
                                        + " group by object_type, object_id, action"
                                        + " order by object_type, object_id, action" + limit),
                        question)
                .setFetchSize(FETCH)
                .map((row, _) -> touched(row, fields))
                .forEach(line);
    }

    private static Query bound(Query query, BreachQuestion question) {
        return query.bind("from", question.from())
                .bind("to", question.to())
                .bind("subject", question.subject())
                .bind("client", question.client());
    }

    private static TouchedObject touched(ResultSet row, JsonNode fields) throws SQLException {
        String type = row.getString("object_type");
        String action = row.getString("action");
        List<String> answered = new ArrayList<>();
        fields.path(type).path(action).forEach(field -> answered.add(field.asText()));
        return new TouchedObject(
                type,
                row.getString("object_id"),
                row.getString("area"),
                action,
                row.getLong("times"),
                row.getObject("first", OffsetDateTime.class).toInstant(),
                row.getObject("last", OffsetDateTime.class).toInstant(),
                answered);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
