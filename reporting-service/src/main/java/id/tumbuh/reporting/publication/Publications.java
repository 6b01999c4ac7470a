package id.tumbuh.reporting.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Published snapshots and what they are sealed with; only ever added to. */
@ApplicationScoped
class Publications {
    private static final int MOST_LISTED = 100;
    private static final String COLUMNS = """
            id, area_code, month, revision, note, reason, published_at, as_of, includes::text as includes, smallest_shown,
            round_to, hash""";

    private final ObjectMapper json;

    Publications(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Which snapshot.
     *
     * @param month null for the newest month
     * @param asOf the newest that was there at this moment; null for now
     */
    record Wanted(
            String area,
            @Nullable YearMonth month,
            @Nullable Instant asOf) {}

    void insert(Transaction tx, Publication publication, List<String> seals) {
        tx.sql()
                .createUpdate("""
                        insert into publication (id, area_code, month, revision, note, reason, published_at, as_of, includes,
                            smallest_shown, round_to, seals, hash)
                        values (:id, :area, :month, :revision, cast(:note as text), cast(:reason as text), :publishedAt,
                            cast(:asOf as timestamptz), cast(:includes as jsonb), :smallest, :roundTo, :seals, :hash)""")
                .bind("id", publication.id())
                .bind("area", publication.area())
                .bind("month", publication.month().atDay(1))
                .bind("revision", publication.revision())
                .bind("note", publication.note())
                .bind("reason", publication.reason())
                .bind("publishedAt", publication.publishedAt().atOffset(ZoneOffset.UTC))
                .bind("asOf", at(publication.asOf()))
                .bind("includes", written(publication.includes()))
                .bind("smallest", publication.smallestShown())
                .bind("roundTo", publication.roundTo())
                .bindArray("seals", String.class, seals)
                .bind("hash", publication.hash())
                .execute();
    }

    void insert(Transaction tx, UUID publication, List<PublishedFigure> rows) {
        Columns.of(rows)
                .uuid(_ -> publication)
                .text(PublishedFigure::area)
                .text(PublishedFigure::indicator)
                .int8(PublishedFigure::numerator)
                .int8(PublishedFigure::denominator)
                .as("numeric", PublishedFigure::coverage)
                .update(tx.sql(), """
                        insert into published_figure (publication_id, area_code, indicator, numerator, denominator, coverage)
                        select * from unnest(?, ?, ?, ?, ?, ?)""");
        Columns.of(rows)
                .uuid(_ -> publication)
                .text(PublishedFigure::area)
                .text(PublishedFigure::name)
                .text(PublishedFigure::indicator)
                .int8(row -> row.shown().numerator())
                .int8(row -> row.shown().denominator())
                .as("numeric", row -> row.shown().percent())
                .as("numeric", row -> row.shown().coverage())
                .update(tx.sql(), """
                        insert into public_figure (publication_id, area_code, area_name, indicator, numerator, denominator,
                            percent, coverage)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)""");
    }

    Optional<Publication> find(Handle sql, UUID id) {
        return sql.createQuery("select " + COLUMNS + " from publication where id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    List<String> seals(Handle sql, UUID id) {
        return sql.createQuery("select seals from publication where id = :id")
                .bind("id", id)
                .map((row, _) -> Arrays.asList((String[]) row.getArray(1).getArray()))
                .one();
    }

    /** Of the area itself, the newest first. */
    List<Publication> of(Handle sql, String area, @Nullable YearMonth month) {
        return sql.createQuery("select " + COLUMNS + """
                         from publication
                        where area_code = :area and month = coalesce(cast(:month as date), month)
                        order by month desc, revision desc limit :limit""")
                .bind("area", area)
                .bind("month", month == null ? null : month.atDay(1))
                .bind("limit", MOST_LISTED)
                .map((row, _) -> read(row))
                .list();
    }

    Optional<Publication> revision(Handle sql, String area, YearMonth month, int revision) {
        return of(sql, area, month).stream()
                .filter(one -> one.revision() == revision)
                .findFirst();
    }

    /** The newest that tells something of the area, be it its own or one of an area above. */
    Optional<Publication> newest(Handle sql, Wanted wanted) {
        return sql.createQuery("select " + COLUMNS + """
                         from publication
                        where area_code = any(:levels) and month = coalesce(cast(:month as date), month)
                            and published_at <= coalesce(cast(:asOf as timestamptz), published_at)
                            and exists (select from public_figure f
                                where f.publication_id = publication.id and f.area_code = :area)
                        order by month desc, published_at desc, id limit 1""")
                .bindArray("levels", String.class, Country.levelsOf(wanted.area()))
                .bind("area", wanted.area())
                .bind("month", wanted.month() == null ? null : wanted.month().atDay(1))
                .bind("asOf", at(wanted.asOf()))
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Areas with a snapshot of their own, with their names then. */
    List<NamedArea> published(Handle sql) {
        return sql.createQuery("""
                        select distinct on (p.area_code) p.area_code, coalesce(f.area_name, p.area_code) as name
                        from publication p left join lateral (
                            select area_name from public_figure
                            where publication_id = p.id and area_code = p.area_code limit 1) f on true
                        order by p.area_code, p.month desc, p.published_at desc""")
                .map((row, _) -> new NamedArea(row.getString("area_code"), row.getString("name")))
                .list();
    }

    /** An area as it was called when it was published. */
    record NamedArea(String code, String name) {}

    private Publication read(ResultSet row) throws SQLException {
        OffsetDateTime asOf = row.getObject("as_of", OffsetDateTime.class);
        return new Publication(
                row.getObject("id", UUID.class),
                row.getString("area_code"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("revision"),
                row.getString("note"),
                row.getString("reason"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                asOf == null ? null : asOf.toInstant(),
                included(row.getString("includes")),
                row.getInt("smallest_shown"),
                row.getInt("round_to"),
                row.getString("hash"));
    }

    private List<Progress.Included> included(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("what a publication includes can't be read", broken);
        }
    }

    private String written(List<Progress.Included> includes) {
        try {
            return json.writeValueAsString(includes);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
