package id.tumbuh.registry.rescreening;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.batch.Pages;
import id.tumbuh.registry.family.ScreenFamilies;
import id.tumbuh.registry.screening.RiskFactor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** The families that a preview would decide otherwise. */
final class PreviewedChanges {
    private PreviewedChanges() {}

    /** A family with another decision, without its name. */
    @Schema(name = "PreviewedChange")
    record Change(
            UUID familyId,
            String area,
            boolean wasAtRisk,
            boolean isAtRisk,
            List<RiskFactor> gained,
            List<RiskFactor> lost) {
        Change {
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
        }

        Pages.Position position() {
            return new Pages.Position(area, familyId);
        }
    }

    static void add(Handle sql, UUID preview, List<ScreenFamilies.Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        Columns.of(differences)
                .uuid(_ -> preview)
                .uuid(ScreenFamilies.Difference::family)
                .text(ScreenFamilies.Difference::area)
                .as("bool", ScreenFamilies.Difference::wasAtRisk)
                .as("bool", ScreenFamilies.Difference::isAtRisk)
                .text(difference -> joined(difference.gained()))
                .text(difference -> joined(difference.lost()))
                .update(sql, """
                        insert into rule_preview_change
                            (preview_id, family_id, area_code, was_at_risk, is_at_risk, gained, lost)
                        select preview_id, family_id, area_code, was_at_risk, is_at_risk, string_to_array(gained, ','),
                            string_to_array(lost, ',')
                        from unnest(?, ?, ?, ?, ?, ?, ?)
                            as row (preview_id, family_id, area_code, was_at_risk, is_at_risk, gained, lost)""");
    }

    static List<Change> page(Handle sql, UUID preview, String area, Pages.Position after, int limit) {
        return sql.createQuery("""
                        select family_id, area_code, was_at_risk, is_at_risk, gained, lost from rule_preview_change
                        where preview_id = :id and area_code >= :from and area_code < :to
                            and (area_code, family_id) > (greatest(:lastArea, :from), :lastId)
                        order by area_code, family_id limit :limit""")
                .bind("id", preview)
                .bind("from", area)
                .bind("to", area.isEmpty() ? ":" : area + "/")
                .bind("lastArea", after.area())
                .bind("lastId", after.id())
                .bind("limit", limit)
                .map((row, _) -> read(row))
                .list();
    }

    private static Change read(ResultSet row) throws SQLException {
        return new Change(
                row.getObject("family_id", UUID.class),
                row.getString("area_code"),
                row.getBoolean("was_at_risk"),
                row.getBoolean("is_at_risk"),
                factors(row, "gained"),
                factors(row, "lost"));
    }

    private static List<RiskFactor> factors(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(RiskFactor::valueOf)
                .toList();
    }

    private static String joined(List<RiskFactor> factors) {
        return factors.stream().map(RiskFactor::name).collect(Collectors.joining(","));
    }
}
