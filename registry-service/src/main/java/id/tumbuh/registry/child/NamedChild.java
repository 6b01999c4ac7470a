package id.tumbuh.registry.child;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.registry.identity.Sex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A child by name, for those who are responsible for it. Whoever answers with one audits the reading. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NamedChild")
record NamedChild(
        UUID id,
        UUID familyId,
        String area,
        @Nullable String rw,
        @Nullable String rt,
        @Nullable UUID posyanduId,
        @Nullable String posyanduName,
        Sex sex,
        LocalDate birthDate,
        @Nullable String name,
        @Nullable String motherName) {

    static final String SELECT = """
            select c.id, c.family_id, c.area_code, f.rw, f.rt, c.posyandu_id, p.name as posyandu_name, c.sex, c.birth_date,
                c.name, c.mother_name
            from child c join family f on f.id = c.family_id left join posyandu p on p.id = c.posyandu_id
            """;

    static NamedChild read(ResultSet row) throws SQLException {
        return new NamedChild(
                row.getObject("id", UUID.class),
                row.getObject("family_id", UUID.class),
                row.getString("area_code"),
                row.getString("rw"),
                row.getString("rt"),
                row.getObject("posyandu_id", UUID.class),
                row.getString("posyandu_name"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getString("name"),
                row.getString("mother_name"));
    }

    @Override
    public String toString() {
        return "NamedChild[" + id + "]";
    }
}
