package id.tumbuh.registry.area;

import static java.util.stream.Collectors.toUnmodifiableSet;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The loaded areas. */
@ApplicationScoped
public class Areas {
    private static final RowMapper<Area> AREA =
            (row, _) -> new Area(new AreaCode(row.getString("code")), row.getString("name"), row.getBoolean("active"));

    /** Which of these codes are known desa or kelurahan. */
    public Set<AreaCode> desaAmong(Handle sql, Collection<AreaCode> codes) {
        return sql
                .createQuery("select code from area where code = any(:codes)")
                .bindArray("codes", String.class, texts(codes))
                .mapTo(String.class)
                .stream()
                .map(AreaCode::new)
                .collect(toUnmodifiableSet());
    }

    /** Everything below an area, as an import needs it to find a village by its name. */
    public List<Area> below(Handle sql, AreaCode area) {
        return sql.createQuery("select code, name, active from area where code > :from and code < :to order by code")
                .bind("from", area.value() + ".")
                .bind("to", area.value() + "/")
                .map(AREA)
                .list();
    }

    public List<AreaAlias> aliasesBelow(Handle sql, AreaCode area) {
        return sql.createQuery("select area_code, name from area_alias where area_code >= :from and area_code < :to")
                .bind("from", area.value())
                .bind("to", area.value() + "/")
                .map((row, _) -> new AreaAlias(new AreaCode(row.getString("area_code")), row.getString("name")))
                .list();
    }

    Optional<Area> find(Handle sql, AreaCode code) {
        return sql.createQuery("select code, name, active from area where code = :code")
                .bind("code", code.value())
                .map(AREA)
                .findOne();
    }

    List<Area> childrenOf(Handle sql, AreaCode parent) {
        int length = Arrays.stream(AreaLevel.values())
                .mapToInt(AreaLevel::codeLength)
                .filter(below -> below > parent.level().codeLength())
                .min()
                .orElse(Integer.MAX_VALUE);
        return sql.createQuery("""
                        select code, name, active from area
                        where code > :from and code < :to and length(code) = :length order by code""")
                .bind("from", parent.value() + ".")
                .bind("to", parent.value() + "/")
                .bind("length", length)
                .map(AREA)
                .list();
    }

    List<AreaMatch> search(Handle sql, AreaName name, int limit) {
        return sql.createQuery("""
                        with recursive former (code, name, search) as (
                            select code, name, search from area_version
                            where valid_to <> 'infinity' and search like '%' || :name || '%'),
                        heir (code, name, search) as (
                            select code, name, search from former
                            union
                            select s.successor, heir.name, heir.search from heir
                            join area gone on gone.code = heir.code and not gone.active
                            join area_succession s on s.predecessor = heir.code),
                        found as (
                            select code, null as alias, null as formerly,
                                regexp_replace(search, '^(kabupaten|kota) ', '') as bare
                            from area where active and search like '%' || :name || '%'
                            union all
                            select area_code, name, null, search from area_alias where search like '%' || :name || '%'
                            union all
                            select code, null, name, search from heir where not exists (
                                select from area where area.code = heir.code and area.search = heir.search))
                        select area.code, area.name, area.active, found.alias, found.formerly
                        from found join area using (code)
                        where found.formerly is null or area.active
                        order by found.bare <> :name, found.formerly is not null, found.bare not like :name || '%',
                            length(code), code
                        limit :limit""")
                .bind("name", name.normalised())
                .bind("limit", limit)
                .map((row, context) ->
                        new AreaMatch(AREA.map(row, context), row.getString("alias"), row.getString("formerly")))
                .list();
    }

    /** A name that is nearly this one, for when nothing contains it. */
    List<AreaMatch> searchAlike(Handle sql, AreaName name, int limit) {
        return sql.createQuery("""
                        select code, name, active from area
                        where active and search % :name
                        order by similarity(search, :name) desc, length(code), code limit :limit""")
                .bind("name", name.normalised())
                .bind("limit", limit)
                .map((row, context) -> new AreaMatch(AREA.map(row, context), null, null))
                .list();
    }

    private static Object[] texts(Collection<AreaCode> codes) {
        return codes.stream()
                .filter(code -> code.level() == AreaLevel.DESA_KELURAHAN)
                .map(AreaCode::value)
                .distinct()
                .toArray();
    }
}
