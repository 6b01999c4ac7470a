package id.tumbuh.registry.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.registry.identity.Sex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who belongs to a family on a day, child or adult.
 *
 * @param kind CHILD for those who are followed as children
 * @param since from when on; null is from before anybody recorded it
 * @param until the day of leaving; null for those who have stayed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FamilyMember")
record FamilyMember(
        UUID id,
        String kind,
        @Nullable String relation,
        Sex sex,
        @Nullable LocalDate birthDate,
        @Nullable String maritalStatus,
        @Nullable String name,
        @Nullable Boolean nikKnown,
        boolean active,
        @Nullable LocalDate since,
        @Nullable String joinedBy,
        @Nullable LocalDate until,
        @Nullable String leftBy,

        @Schema(description = "A member who turned out to be another one, whose id this is") @Nullable
        UUID mergedInto) {

    private static final String ON = """
            with person as (
                select id, 'CHILD' as kind, null as relation, sex, birth_date, null as marital_status, name,
                    nik_index is not null as nik_known, active, family_id, joined_on, joined_by, null::date as merged_on,
                    merged_into
                from child
                union all
                select id, 'MEMBER', relation, sex, birth_date, marital_status, name, nik_index is not null, active,
                    family_id, joined_on, joined_by,
                    (select effective_on from member_merge where member_id = member.id and undone_at is null), merged_into
                from member),
            belonging as (
                select person.*, joined_on as since, merged_on as until,
                    case when merged_on is not null then 'SAME_PERSON' end as left_by
                from person where family_id = :family
                union all
                select person.*, f.since, f.until, f.left_by
                from former_membership f join person on person.id = f.person_id where f.family_id = :family)
            select * from belonging
            where coalesce(since <= :on, true) and coalesce(until > :on, true) and coalesce(birth_date <= :on, true)
            order by kind desc, birth_date nulls first, id""";

    /** Who belonged to the family on the day, as far as the transaction may see them. */
    static List<FamilyMember> on(Handle sql, UUID family, LocalDate day) {
        return sql.createQuery(ON)
                .bind("family", family)
                .bind("on", day)
                .map((row, _) -> read(row))
                .list();
    }

    private static FamilyMember read(ResultSet row) throws SQLException {
        return new FamilyMember(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("relation"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getString("marital_status"),
                row.getString("name"),
                row.getBoolean("nik_known"),
                row.getBoolean("active"),
                row.getObject("since", LocalDate.class),
                row.getString("until") == null ? row.getString("joined_by") : null,
                row.getObject("until", LocalDate.class),
                row.getString("left_by"),
                row.getObject("merged_into", UUID.class));
    }

    @Override
    public String toString() {
        return "FamilyMember[" + id + "]";
    }
}
