package id.tumbuh.registry.area;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What areas were on any day and what has become of them. */
@ApplicationScoped
public class AreaHistory {

    /**
     * An area as it was called for a while.
     *
     * @param validFrom null when that was before anybody recorded it
     * @param validTo the first day on which it no longer held; null when it holds
     */
    public record Version(
            AreaCode code,
            String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        private static Version read(ResultSet row) throws SQLException {
            return new Version(
                    new AreaCode(row.getString("code")),
                    row.getString("name"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class));
        }
    }

    private static final String VERSION = """
            select code, name, nullif(valid_from, '-infinity') as since, nullif(valid_to, 'infinity') as until
            from area_version
            """;

    Optional<Version> on(Handle sql, AreaCode code, LocalDate day) {
        return sql.createQuery(VERSION + "where code = :code and valid_from <= :day and valid_to > :day")
                .bind("code", code.value())
                .bind("day", day)
                .map((row, _) -> Version.read(row))
                .findOne();
    }

    List<Version> childrenOn(Handle sql, AreaCode parent, LocalDate day) {
        int length = Arrays.stream(AreaLevel.values())
                .mapToInt(AreaLevel::codeLength)
                .filter(below -> below > parent.level().codeLength())
                .min()
                .orElse(Integer.MAX_VALUE);
        return sql.createQuery(VERSION + """
                        where code > :from and code < :to and length(code) = :length and valid_from <= :day
                            and valid_to > :day
                        order by code""")
                .bind("from", parent.value() + ".")
                .bind("to", parent.value() + "/")
                .bind("length", length)
                .bind("day", day)
                .map((row, _) -> Version.read(row))
                .list();
    }

    List<Version> versions(Handle sql, AreaCode code) {
        return sql.createQuery(VERSION + "where code = :code order by valid_from")
                .bind("code", code.value())
                .map((row, _) -> Version.read(row))
                .list();
    }

    /** All that led to an area and all that came of it, over any number of changes. */
    List<Succession> lineage(Handle sql, AreaCode code) {
        return sql.createQuery("""
                        with recursive heir (code) as (
                            select cast(:code as text) collate "C"
                            union select s.successor from heir join area_succession s on s.predecessor = heir.code),
                        origin (code) as (
                            select cast(:code as text) collate "C"
                            union select s.predecessor from origin join area_succession s on s.successor = origin.code)
                        select predecessor, successor, effective_on, kind, share, source from area_succession
                        where predecessor in (select code from heir) or successor in (select code from origin)
                        order by effective_on, predecessor, successor""")
                .bind("code", code.value())
                .map((row, _) -> Succession.read(row))
                .list();
    }

    /** Where an area that is no more has gone, as of today. */
    List<AreaCode> heirs(Handle sql, AreaCode code) {
        return sql.createQuery("""
                        with recursive heir (code) as (
                            select cast(:code as text) collate "C"
                            union
                            select s.successor from heir
                            join area gone on gone.code = heir.code and not gone.active
                            join area_succession s on s.predecessor = heir.code)
                        select heir.code from heir join area on area.code = heir.code and area.active
                        where heir.code <> :code order by heir.code""")
                .bind("code", code.value())
                .mapTo(String.class)
                .map(AreaCode::new)
                .list();
    }

    /** Whether any of these has become, over whatever changes, one of the others: a change back would make a circle. */
    public boolean leads(Handle sql, Collection<String> from, Collection<String> to) {
        return sql.createQuery("""
                        with recursive heir (code) as (
                            select code collate "C" from unnest(cast(:from as text[])) as start (code)
                            union select s.successor from heir join area_succession s on s.predecessor = heir.code)
                        select exists (select from heir where code = any(:to))""")
                .bindArray("from", String.class, from)
                .bindArray("to", String.class, to)
                .mapTo(Boolean.class)
                .one();
    }

    /** The mapping between two days, of the areas that changes in between have touched. */
    AreaMapping mapping(Handle sql, LocalDate from, LocalDate to) {
        List<Succession> changes = sql.createQuery("select " + Succession.COLUMNS + """
                         from area_succession
                        where effective_on > :from and effective_on <= :to and kind <> 'RENAMED'""")
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> Succession.read(row))
                .list();
        Set<String> named = new TreeSet<>();
        changes.forEach(change -> named.addAll(List.of(change.predecessor(), change.successor())));
        List<String> living = sql.createQuery("""
                        select code from area_version
                        where code = any(:codes) and valid_from <= :day and valid_to > :day""")
                .bindArray("codes", String.class, named)
                .bind("day", from)
                .mapTo(String.class)
                .list();
        return AreaMapping.of(living, changes);
    }
}
