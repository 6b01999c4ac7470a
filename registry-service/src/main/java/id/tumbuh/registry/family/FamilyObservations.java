package id.tumbuh.registry.family;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The observations of families; they are added, never changed. */
@ApplicationScoped
class FamilyObservations {
    private static final String INSERT = """
            insert into family_observation (id, family_id, area_code, observed_on, source, facts, recorded_by)
            select id, family_id, area_code, observed_on, source, facts::jsonb, recorded_by
            from unnest(?, ?, ?, ?, ?, ?, ?)
                as row (id, family_id, area_code, observed_on, source, facts, recorded_by)
            on conflict (id) do nothing""";

    private final ObjectMapper json;

    FamilyObservations(ObjectMapper json) {
        this.json = json;
    }

    /** An observation and where its family lives. */
    private record Placed(FamilyObservation observation, String area) {}

    /** What new families report of themselves. */
    void addReported(Handle sql, Actor actor, Collection<FamilyRow> rows, LocalDate today) {
        List<Placed> reported = new ArrayList<>(rows.size());
        for (FamilyRow row : rows) {
            ObjectNode facts = KnownFacts.written(row.family(), json);
            if (!facts.isEmpty()) {
                reported.add(new Placed(observation(row.family(), facts, today), row.area()));
            }
        }
        insert(sql, actor, reported);
    }

    /** What a correction says otherwise. */
    void addChanged(Handle sql, Actor actor, NewFamily before, NewFamily after, LocalDate today) {
        ObjectNode facts = KnownFacts.changed(before, after, json);
        if (!facts.isEmpty()) {
            insert(
                    sql,
                    actor,
                    List.of(new Placed(
                            observation(after, facts, today), after.area().value())));
        }
    }

    /** False when the id is taken, perhaps by one of a family that the actor doesn't see. */
    boolean add(Handle sql, Actor actor, FamilyObservation observation, String area) {
        return insert(sql, actor, List.of(new Placed(observation, area))) == 1;
    }

    /** A correction replaces what is known; it can't be older than what it replaces. */
    Optional<Registration.Invalid> refusal(Handle sql, NewFamily before, NewFamily after) {
        NewFamily.Origin origin = after.observed();
        if (origin == null || KnownFacts.changed(before, after, json).isEmpty()) {
            return Optional.empty();
        }
        boolean isOld = of(sql, before.id()).stream()
                .anyMatch(known -> known.observedOn().isAfter(origin.on()));
        return Faults.unless(!isOld, RegistryProblem.OBSERVED_LATER, "/observedOn");
    }

    /** By day and then by arrival; what was observed of families that were merged into this one is about it, too. */
    List<FamilyObservation> of(Handle sql, UUID family) {
        return sql.createQuery("""
                        with recursive one (id) as (
                            select cast(:family as uuid)
                            union all
                            select f.id from one join family f on f.merged_into = one.id
                        )
                        select o.id, family_id, observed_on, source, facts::text as facts
                        from one join family_observation o on o.family_id = one.id
                        order by observed_on, sequence""")
                .bind("family", family)
                .map((row, _) -> read(row))
                .list();
    }

    Optional<FamilyObservation> find(Handle sql, UUID id) {
        return sql.createQuery("""
                        select id, family_id, observed_on, source, facts::text as facts from family_observation
                        where id = :id""").bind("id", id).map((row, _) -> read(row)).findOne();
    }

    private static FamilyObservation observation(NewFamily family, ObjectNode facts, LocalDate today) {
        NewFamily.Origin origin = family.observed();
        return new FamilyObservation(
                UUID.randomUUID(),
                family.id(),
                origin == null ? today : origin.on(),
                origin == null ? null : origin.source(),
                facts);
    }

    private static int insert(Handle sql, Actor actor, List<Placed> placed) {
        if (placed.isEmpty()) {
            return 0;
        }
        return Columns.of(placed)
                .uuid(each -> each.observation().id())
                .uuid(each -> each.observation().family())
                .text(Placed::area)
                .as("date", each -> each.observation().observedOn())
                .text(each -> each.observation().source())
                .text(each -> each.observation().facts())
                .text(_ -> actor.subject())
                .update(sql, INSERT);
    }

    private FamilyObservation read(ResultSet row) throws SQLException {
        try {
            return new FamilyObservation(
                    row.getObject("id", UUID.class),
                    row.getObject("family_id", UUID.class),
                    row.getObject("observed_on", LocalDate.class),
                    row.getString("source"),
                    (ObjectNode) json.readTree(row.getString("facts")));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored facts can't be read");
        }
    }
}
