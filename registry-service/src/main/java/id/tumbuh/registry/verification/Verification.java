package id.tumbuh.registry.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Families at risk of an area and year.
 *
 * @param comparable whether every kabupaten of the year was verified the year before as well
 * @param byWelfareRank of the total, by desil 1 to 4, MORE above 4, UNKNOWN
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RiskVerification", examples = """
        {"year": 2026, "area": "36.04", "comparable": true, "counts": {"total": 520, "new": 104, "continuing": 416, "ended": 88},
         "byWelfareRank": {"1": 80, "2": 120, "3": 110, "4": 90, "MORE": 100, "UNKNOWN": 20},
         "rows": [{"area": "36.04.20", "counts": {"total": 520, "new": 104, "continuing": 416, "ended": 88}}]}""")
record Verification(
        int year,
        @Nullable AreaCode area,
        boolean comparable,
        Counts counts,
        Map<String, Long> byWelfareRank,
        List<ByArea> rows) {

    /** New and continuing are the total; ended were at risk the year before and are no longer. */
    @Schema(name = "RiskVerificationCounts")
    record Counts(long total, @JsonProperty("new") long fresh, long continuing, long ended) {}

    /** The counts of an area below. */
    @Schema(name = "RiskVerificationArea")
    record ByArea(String area, Counts counts) {}

    /** A family counts where it lived in each of the years; one that moved continues where it lives now. */
    private static final String COMPARED = """
            with this_year as (
                select family_id, area_code, welfare_rank from krs_verified_family
                where year = :year and area_code >= :from and area_code < :to),
            compared as (
                select this_year.area_code, before.family_id is null as fresh, false as ended
                from this_year left join krs_verified_family before
                    on before.year = :year - 1 and before.family_id = this_year.family_id
                union all
                select before.area_code, false, true from krs_verified_family before
                where before.year = :year - 1 and before.area_code >= :from and before.area_code < :to
                    and exists (select from krs_verification v
                        where v.year = :year and v.area_code = left(before.area_code, 5))
                    and not exists (select from krs_verified_family still
                        where still.year = :year and still.family_id = before.family_id))
            """;

    private static final String COUNTS = """
            select count(*) filter (where not ended) as total, count(*) filter (where fresh) as fresh,
                count(*) filter (where not fresh and not ended) as continuing, count(*) filter (where ended) as ended
            """;

    static Verification read(Handle sql, int year, @Nullable AreaCode area) {
        String from = area == null ? "" : area.value();
        String to = area == null ? ":" : from + "/";
        int length = Math.min(13, area == null ? 2 : from.length() == 8 ? 13 : from.length() + 3);
        Counts counts = sql.createQuery(COMPARED + COUNTS + " from compared")
                .bind("year", year)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> counts(row))
                .one();
        List<ByArea> rows = sql.createQuery(COMPARED + COUNTS
                        + ", left(area_code, :length) as area from compared group by area order by area")
                .bind("year", year)
                .bind("from", from)
                .bind("to", to)
                .bind("length", length)
                .map((row, _) -> new ByArea(row.getString("area"), counts(row)))
                .list();
        return new Verification(
                year, area, isComparable(sql, year, from, to), counts, ranks(sql, year, from, to), rows);
    }

    private static boolean isComparable(Handle sql, int year, String from, String to) {
        return sql.createQuery("""
                        select count(*) > 0 and bool_and(exists (select from krs_verification before
                            where before.year = :year - 1 and before.area_code = this_year.area_code))
                        from krs_verification this_year
                        where year = :year and (area_code >= :from and area_code < :to or area_code = left(:from, 5))""")
                .bind("year", year)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Boolean.class)
                .one();
    }

    private static Map<String, Long> ranks(Handle sql, int year, String from, String to) {
        Map<String, Long> ranks = new TreeMap<>();
        sql.createQuery("""
                        select case when welfare_rank <= 4 then welfare_rank::text when welfare_rank > 4 then 'MORE'
                            else 'UNKNOWN' end as rank, count(*) as families
                        from krs_verified_family where year = :year and area_code >= :from and area_code < :to
                        group by rank""")
                .bind("year", year)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> Map.entry(row.getString("rank"), row.getLong("families")))
                .forEach(rank -> ranks.put(rank.getKey(), rank.getValue()));
        return ranks;
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(row.getLong("total"), row.getLong("fresh"), row.getLong("continuing"), row.getLong("ended"));
    }
}
