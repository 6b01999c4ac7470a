package id.tumbuh.reporting.cases;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.Country;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads the case list. */
@ApplicationScoped
public class Cases {
    /** A child who is stunted now, with the measurement that says so. */
    public record Case(
            UUID childId,
            UUID familyId,
            String areaCode,
            String sex,
            String stunting,
            @Nullable LocalDate since,
            @Nullable LocalDate measuredOn,
            @Nullable BigDecimal heightForAge,
            @Nullable Integer ageMonths) {
        /** Where the page after this child starts. */
        public Cursor cursor() {
            return Cursor.after(areaCode, childId.toString());
        }
    }

    /** How many children are stunted now, and how many of them severely. */
    public record Count(long stunted, long severelyStunted) {
        public static final Count NONE = new Count(0, 0);
    }

    /** Where a page of the list goes on. */
    public record After(String areaCode, UUID childId) {
        static final After START = new After("", new UUID(0, 0));

        /** Reads a cursor of this list; any other is a problem of the request. */
        public static After read(String cursor) {
            List<String> key = Cursor.decode(cursor, 2).key();
            try {
                return new After(key.get(0), UUID.fromString(key.get(1)));
            } catch (IllegalArgumentException noId) {
                throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
            }
        }
    }

    /** In the order of desa and id; the area itself may be of any level. */
    public List<Case> list(Handle sql, String area, Optional<After> after, int limit) {
        After from = after.orElse(After.START);
        boolean country = area.equals(Country.CODE);
        return sql.createQuery("""
                        select child_id, family_id, area_code, sex, stunting, since, measured_on, height_for_age,
                            age_months
                        from stunting_case
                        where stunting <> 'NORMAL' and not outgrown and area_code >= :from and area_code < :to
                            and (area_code, child_id) > (greatest(:afterArea, :from), :afterChild)
                        order by area_code, child_id limit :limit""")
                .bind("from", country ? "" : area)
                .bind("to", country ? "~" : area + "/") // '/' follows '.', which starts what lies inside
                .bind("afterArea", from.areaCode())
                .bind("afterChild", from.childId())
                .bind("limit", limit)
                .map(ConstructorMapper.of(Case.class))
                .list();
    }

    /** A child's status that changed, told without the child: when, what it is now, and in which kecamatan. */
    public record Change(Instant changedAt, String stunting, String kecamatan) {}

    /** The latest changes, newest first. */
    public List<Change> latest(Handle sql, String area, int limit) {
        boolean country = area.equals(Country.CODE);
        return sql.createQuery("""
                        select changed_at, stunting, coalesce(area.name, '') as kecamatan
                        from stunting_case left join area on area.code = left(stunting_case.area_code, 8)
                        where area_code >= :from and area_code < :to
                        order by changed_at desc limit :limit""")
                .bind("from", country ? "" : area)
                .bind("to", country ? "~" : area + "/")
                .bind("limit", limit)
                .map((row, _) -> new Change(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("stunting"),
                        row.getString("kecamatan")))
                .list();
    }

    /** How many of those who are stunted now became so in the month. */
    public long newIn(Handle sql, String area, YearMonth month) {
        boolean country = area.equals(Country.CODE);
        return sql.createQuery("""
                        select count(*) from stunting_case
                        where stunting <> 'NORMAL' and area_code >= :from and area_code < :to
                            and since >= :first and since < :next""")
                .bind("from", country ? "" : area)
                .bind("to", country ? "~" : area + "/")
                .bind("first", month.atDay(1))
                .bind("next", month.plusMonths(1).atDay(1))
                .mapTo(Long.class)
                .one();
    }

    public Map<String, Count> counts(Handle sql, Collection<String> areas) {
        return sql.createQuery("""
                        select area_code, stunted, severely_stunted from case_counter where area_code = any(:areas)""")
                .bindArray("areas", String.class, areas.toArray())
                .map((row, _) -> Map.entry(row.getString(1), new Count(row.getLong(2), row.getLong(3))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
