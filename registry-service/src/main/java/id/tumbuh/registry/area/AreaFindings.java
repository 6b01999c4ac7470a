package id.tumbuh.registry.area;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a list has shown and nobody has explained by a change. */
@ApplicationScoped
class AreaFindings {

    /**
     * An area that needs a decision.
     *
     * @param kind VANISHED: the list has it no longer; DISAGREES: the list says otherwise than a change in force
     * @param suggestion an area that came with the same list under the same name
     * @param families that still live under it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AreaFinding")
    record Finding(
            AreaCode code,
            String name,
            String kind,
            @Nullable String suggestion,
            LocalDate noticedOn,
            String list,
            long families) {}

    List<Finding> open(Handle sql, AreaCode within, int limit) {
        return sql.createQuery("""
                        select f.code, area.name, f.kind, f.suggestion, f.noticed_on, area_list.name as list,
                            (select count(*) from family where area_code = f.code) as families
                        from area_finding f join area using (code) join area_list using (generation)
                        where f.decided_by is null and f.code >= :from and f.code < :to
                        order by f.code, f.generation limit :limit""")
                .bind("from", within.value())
                .bind("to", within.value() + "/")
                .bind("limit", limit)
                .map((row, _) -> new Finding(
                        new AreaCode(row.getString("code")),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("suggestion"),
                        row.getObject("noticed_on", LocalDate.class),
                        row.getString("list"),
                        row.getLong("families")))
                .list();
    }
}
