package id.tumbuh.registry.areachange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.registry.area.Succession;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The changes of the database and what each does. */
@ApplicationScoped
class AreaChanges {
    private static final int DESA = AreaLevel.DESA_KELURAHAN.codeLength();
    private static final String SELECT = "select id, content, state, applied_by from area_change ";

    private static final String COUNT = """
            select coalesce(sum(families), 0) as families, coalesce(sum(children), 0) as children,
                coalesce(sum(posyandu), 0) as posyandu
            from unnest(cast(:codes as text[])) as area (code), lateral (select
                (select count(*) from family where area_code >= area.code and area_code < area.code || '/') as families,
                (select count(*) from child where area_code >= area.code and area_code < area.code || '/') as children,
                (select count(*) from posyandu where area_code >= area.code and area_code < area.code || '/') as posyandu
            ) as counts""";

    private final ObjectMapper json;

    AreaChanges(ObjectMapper json) {
        this.json = json;
    }

    /** Returns whether the id is new. */
    boolean add(Handle sql, UUID id, ChangeForm form, String by) {
        return sql.createUpdate("""
                        insert into area_change (id, content, effective_on, proposed_by)
                        values (:id, cast(:content as jsonb), :on, :by) on conflict do nothing""")
                        .bind("id", id)
                        .bind("content", written(form))
                        .bind("on", requireNonNull(form.effectiveOn()))
                        .bind("by", by)
                        .execute()
                == 1;
    }

    Optional<StoredChange> find(Handle sql, UUID id) {
        return sql.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    Optional<StoredChange> lock(Handle sql, UUID id) {
        return sql.createQuery(SELECT + "where id = :id for update")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** The first whose day has come. */
    Optional<StoredChange> lockDue(Handle sql, LocalDate today) {
        return sql.createQuery(SELECT + """
                        where state = 'SCHEDULED' and effective_on <= :today
                        order by effective_on, proposed_at, id limit 1 for update""")
                .bind("today", today)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Splits of which somebody waits for a part. */
    List<StoredChange> unassigned(Handle sql) {
        return sql.createQuery(SELECT + """
                        where state = 'IN_FORCE' and content -> 'assignments' is not null
                            and id in (select distinct to_assign from family where to_assign is not null)
                        order by id""").map((row, _) -> read(row)).list();
    }

    void schedule(Handle sql, UUID id, String by) {
        sql.createUpdate("""
                        update area_change set state = 'SCHEDULED', applied_by = :by, applied_at = clock_timestamp()
                        where id = :id""").bind("id", id).bind("by", by).execute();
    }

    void inForce(Handle sql, UUID id) {
        sql.createUpdate("update area_change set state = 'IN_FORCE', in_force_at = clock_timestamp() where id = :id")
                .bind("id", id)
                .execute();
    }

    /** Other changes came in between: whoever wants it must look at it again. */
    void propose(Handle sql, UUID id) {
        sql.createUpdate(
                        "update area_change set state = 'PROPOSED', applied_by = null, applied_at = null where id = :id")
                .bind("id", id)
                .execute();
    }

    boolean says(StoredChange stored, ChangeForm form) {
        return written(stored.form()).equals(written(form));
    }

    StoredChange.Effect effect(Handle sql, StoredChange stored, long waiting) {
        ChangeForm form = stored.form();
        boolean moves = form.kind() == Succession.Kind.RECODED
                || (form.kind() == Succession.Kind.MERGED
                        && stored.predecessor().value().length() == DESA);
        List<String> leaving = moves
                ? requireNonNull(form.predecessors()).stream()
                        .filter(code -> !stored.hasPart(code))
                        .toList()
                : List.of();
        return sql.createQuery(COUNT)
                .bindArray("codes", String.class, leaving)
                .map((row, _) -> new StoredChange.Effect(
                        row.getLong("families"), row.getLong("children"), row.getLong("posyandu"), waiting))
                .one();
    }

    private StoredChange read(ResultSet row) throws SQLException {
        try {
            return new StoredChange(
                    row.getObject("id", UUID.class),
                    json.readValue(row.getString("content"), ChangeForm.class),
                    StoredChange.State.valueOf(row.getString("state")),
                    row.getString("applied_by"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored change can't be read");
        }
    }

    private String written(ChangeForm form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a change can't be written", impossible);
        }
    }
}
