package id.tumbuh.registry.duplicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.sameperson.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A family, and an older registration that may be the same: with the same card, or with the same persons.
 *
 * @param shared persons of both who were found to be one, or are likely to be
 */
record FamilyPair(UUID family, AreaCode area, UUID other, AreaCode itsArea, boolean isOneCard, List<Shared> shared) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    FamilyPair {
        shared = List.copyOf(shared);
    }

    /**
     * Somebody of both families.
     *
     * @param state MERGED, or OPEN while nobody has decided
     * @param duplicate the pair to look at, with its evidence; null when a person merged them without one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shared(
            PersonKind kind,
            UUID one,
            UUID other,
            DuplicatePages.State state,
            @Nullable UUID duplicate,
            @Nullable Double score,
            @Nullable List<Evidence> evidence) {}

    /** Where a page ended. */
    record After(String area, UUID family, UUID other) {
        static After read(@Nullable String cursor) {
            if (cursor == null) {
                return new After("", new UUID(0, 0), new UUID(0, 0));
            }
            List<String> key = Cursor.decode(cursor, 3).key();
            try {
                return new After(key.get(0), UUID.fromString(key.get(1)), UUID.fromString(key.get(2)));
            } catch (IllegalArgumentException invented) {
                throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
            }
        }

        String cursor() {
            return Cursor.after(area, family.toString(), other.toString()).encoded();
        }
    }

    /** Of several with one card each is told with the oldest, so that none is told twice; no more than a page can take. */
    private static final String CARDS = """
            select f.id as family, older.id as other
            from family f
            cross join lateral (
                select o.id from family o
                where o.card_index = f.card_index and o.merged_into is null
                    and (o.registered_at, o.id) < (f.registered_at, f.id)
                order by o.registered_at, o.id limit 1) older
            where f.card_index is not null and f.merged_into is null and f.area_code >= :from and f.area_code < :to
                and (f.area_code, f.id) >= (:lastArea, :lastId)
            order by f.area_code, f.id limit :limit + 1""";

    /** A person counts once, however many records of it one of the families has. */
    private static final String PERSONS = """
            select d.kind, d.one_id, d.other_id, 'OPEN' as state, d.id as duplicate, d.score,
                one.family_id as one_family, other.family_id as other_family
            from duplicate d join %1$s one on one.id = d.one_id join %1$s other on other.id = d.other_id
            where d.kind = '%2$s' and d.state = 'OPEN' and one.family_id <> other.family_id
            union all
            select '%2$s', given.id, stays.id, 'MERGED', d.id, d.score, given.family_id, stays.family_id
            from %1$s given join %1$s stays on stays.id = given.merged_into
            left join duplicate d on d.kind = '%2$s' and d.one_id = least(given.id, stays.id)
                and d.other_id = greatest(given.id, stays.id)
            where given.merged_into is not null and given.family_id <> stays.family_id""";

    private static final String PAGE = """
            with person as (%1$s union all %2$s),
            either_way as (
                select one_family as family, other_family as other, one_id as mine, other_id as theirs, person.* from person
                union all
                select other_family, one_family, other_id, one_id, person.* from person),
            shared as (
                select f.id as family, o.id as other, least(count(distinct p.mine), count(distinct p.theirs)) as persons,
                    jsonb_agg(jsonb_build_object('kind', p.kind, 'one', p.one_id, 'other', p.other_id, 'state', p.state,
                        'duplicate', p.duplicate, 'score', p.score)
                        order by p.score desc nulls last, p.one_id, p.other_id) as told
                from either_way p join family f on f.id = p.family join family o on o.id = p.other
                where f.merged_into is null and o.merged_into is null and f.area_code >= :from and f.area_code < :to
                    and (f.area_code, f.id) >= (:lastArea, :lastId) and (o.registered_at, o.id) < (f.registered_at, f.id)
                group by f.id, o.id),
            card as (%3$s),
            pair as (
                select family, other from card union select family, other from shared where persons >= :least),
            page as (
                select f.id, f.area_code, o.id as other_id, o.area_code as other_area, card.family is not null as one_card,
                    coalesce(shared.told, '[]') as told
                from pair join family f on f.id = pair.family join family o on o.id = pair.other
                left join card on card.family = f.id and card.other = o.id
                left join shared on shared.family = f.id and shared.other = o.id
                where (f.area_code, f.id, o.id) > (:lastArea, :lastId, :lastOther)
                order by f.area_code, f.id, o.id limit :limit)
            -- the evidence of those of the page alone: it is the most of a pair
            select page.*, (
                select jsonb_agg(person || jsonb_build_object('evidence', d.evidence) order by place)
                from jsonb_array_elements(page.told) with ordinality as each (person, place)
                left join duplicate d on d.id = cast(person ->> 'duplicate' as uuid)) as explained
            from page order by area_code, id, other_id""".formatted(
                    PERSONS.formatted("child", PersonKind.CHILD.name()),
                    PERSONS.formatted("member", PersonKind.MEMBER.name()),
                    CARDS);

    /** @param leastPersons how many they share at least, if they have no common card */
    static List<FamilyPair> page(Handle sql, AreaCode area, int leastPersons, After after, int limit) {
        return sql.createQuery(PAGE)
                .bind("from", area.value())
                .bind("to", area.value() + "/")
                .bind("least", leastPersons)
                .bind("lastArea", after.area())
                .bind("lastId", after.family())
                .bind("lastOther", after.other())
                .bind("limit", limit)
                .map((row, _) -> read(row))
                .list();
    }

    private static FamilyPair read(ResultSet row) throws SQLException {
        return new FamilyPair(
                row.getObject("id", UUID.class),
                new AreaCode(row.getString("area_code")),
                row.getObject("other_id", UUID.class),
                new AreaCode(row.getString("other_area")),
                row.getBoolean("one_card"),
                shared(row.getString("explained")));
    }

    private static List<Shared> shared(@Nullable String json) {
        if (json == null) {
            return List.of(); // one card, and nobody in common
        }
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored evidence is no evidence", broken);
        }
    }

    After position() {
        return new After(area.value(), family, other);
    }
}
