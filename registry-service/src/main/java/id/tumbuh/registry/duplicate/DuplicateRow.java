package id.tumbuh.registry.duplicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.registry.sameperson.Caution;
import id.tumbuh.registry.sameperson.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A pair as it is stored. */
record DuplicateRow(
        UUID id,
        PersonKind kind,
        PairKey pair,
        double score,
        boolean automatic,
        List<Caution> cautions,
        List<Evidence> evidence,
        String modelVersion,
        DuplicatePages.State state,
        long version) {
    static final String SELECT = """
            select d.id, d.kind, d.one_id, d.other_id, d.score, d.automatic, d.cautions, d.evidence, d.model_version, d.state, d.version
            from duplicate d
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Optional<DuplicateRow> find(Handle sql, UUID id) {
        return sql.createQuery(SELECT + " where d.id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    static Optional<DuplicateRow> lock(Handle sql, UUID id) {
        return sql.createQuery(SELECT + " where d.id = :id for update")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    static DuplicateRow read(ResultSet row) throws SQLException {
        return new DuplicateRow(
                row.getObject("id", UUID.class),
                PersonKind.valueOf(row.getString("kind")),
                new PairKey(row.getObject("one_id", UUID.class), row.getObject("other_id", UUID.class)),
                row.getDouble("score"),
                row.getBoolean("automatic"),
                Arrays.stream((Object[]) row.getArray("cautions").getArray())
                        .map(name -> Caution.valueOf((String) name))
                        .toList(),
                evidence(row.getString("evidence")),
                row.getString("model_version"),
                DuplicatePages.State.valueOf(row.getString("state")),
                row.getLong("version"));
    }

    private static List<Evidence> evidence(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored evidence is no evidence", broken);
        }
    }
}
