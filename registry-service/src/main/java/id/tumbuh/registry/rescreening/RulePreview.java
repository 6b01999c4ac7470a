package id.tumbuh.registry.rescreening;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What rules with other values would change, decided as on {@code day}.
 *
 * @param screened families looked at
 * @param counts of families with another decision, in all of the area and by the areas below it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RulePreview")
record RulePreview(
        UUID id,
        State state,
        List<RuleChange> changes,
        LocalDate day,
        long screened,
        Counts counts,
        List<ByArea> rows) {

    /** How far it is. */
    enum State {
        RUNNING,
        DONE,
        ENACTED
    }

    /**
     * Families with another decision.
     *
     * @param flagged at risk by the new rules only
     * @param cleared at risk by the old rules only
     * @param otherReasons at risk or not as before, with other factors or targets
     */
    @Schema(name = "RulePreviewCounts")
    record Counts(long changed, long flagged, long cleared, long otherReasons) {}

    /** The counts of an area below. */
    @Schema(name = "RulePreviewArea")
    record ByArea(String area, Counts counts) {}

    private static final String COUNTS = """
            select count(*) as changed, count(*) filter (where is_at_risk and not was_at_risk) as flagged,
                count(*) filter (where was_at_risk and not is_at_risk) as cleared,
                count(*) filter (where was_at_risk = is_at_risk) as other
            """;

    static Counts counts(Handle sql, UUID preview, String area) {
        return sql.createQuery(COUNTS + """
                        from rule_preview_change where preview_id = :id and area_code >= :from and area_code < :to""")
                .bind("id", preview)
                .bind("from", area)
                .bind("to", area.isEmpty() ? ":" : area + "/")
                .map((row, _) -> counts(row))
                .one();
    }

    static List<ByArea> byArea(Handle sql, UUID preview, @Nullable AreaCode area) {
        int length = area == null
                ? 2
                : area.value().length() == 8 ? 13 : area.value().length() + 3;
        String from = area == null ? "" : area.value();
        return sql.createQuery(COUNTS + """
                        , left(area_code, :length) as area from rule_preview_change
                        where preview_id = :id and area_code >= :from and area_code < :to
                        group by area order by area""")
                .bind("id", preview)
                .bind("length", Math.min(length, 13))
                .bind("from", from)
                .bind("to", from.isEmpty() ? ":" : from + "/")
                .map((row, _) -> new ByArea(row.getString("area"), counts(row)))
                .list();
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(row.getLong("changed"), row.getLong("flagged"), row.getLong("cleared"), row.getLong("other"));
    }
}
