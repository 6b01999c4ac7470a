package id.tumbuh.registry.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A family that was found.
 *
 * @param matched who of it bears the name, the most alike first; empty when no name was looked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FoundFamily")
record FoundFamily(
        UUID id,
        String area,
        @Nullable String rw,
        @Nullable String rt,
        @Nullable String headName,
        boolean atRisk,
        List<String> riskFactors,
        @Nullable Integer welfareRank,
        @Nullable String priority,
        @JsonIgnore int urgency,
        List<Match> matched) {

    /** Somebody of the family whose name is alike. */
    @Schema(name = "NameMatch")
    record Match(UUID id, String name, double likeness) {
        @Override
        public String toString() {
            return "Match[" + id + "]";
        }
    }

    static final String COLUMNS =
            "f.id, f.area_code, f.rw, f.rt, f.head_name, f.at_risk, f.risk_factors, f.welfare_rank, f.priority, f.urgency";

    FoundFamily {
        riskFactors = List.copyOf(riskFactors);
        matched = List.copyOf(matched);
    }

    FoundFamily matching(List<Match> matches) {
        return new FoundFamily(
                id, area, rw, rt, headName, atRisk, riskFactors, welfareRank, priority, urgency, matches);
    }

    static List<FoundFamily> byIds(Handle sql, List<UUID> ids) {
        return sql.createQuery("select " + COLUMNS + " from family f where f.id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> read(row))
                .list();
    }

    static FoundFamily read(ResultSet row) throws SQLException {
        return new FoundFamily(
                row.getObject("id", UUID.class),
                row.getString("area_code"),
                row.getString("rw"),
                row.getString("rt"),
                row.getString("head_name"),
                row.getBoolean("at_risk"),
                Arrays.asList((String[]) row.getArray("risk_factors").getArray()),
                row.getObject("welfare_rank", Integer.class),
                row.getString("priority"),
                row.getInt("urgency"),
                List.of());
    }

    @Override
    public String toString() {
        return "FoundFamily[" + id + "]";
    }
}
