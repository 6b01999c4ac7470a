package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.sameperson.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A person as it is compared.
 *
 * @param stands for itself and is followed; others are compared no more
 */
record ComparedPerson(Person person, boolean stands) {
    private static final String CHILDREN = """
            select id, area_code, sex, birth_date, name, mother_name, father_name, null as spouse_name,
                encode(nik_index, 'hex') as nik_index, birth_order, birth_weight_grams, active and merged_into is null as stands
            from child where id = any(:ids)""";

    /**
     * Of a member the family says who the next of kin are. When families were merged, each member keeps the kin it came with: that two
     * men have one wife because somebody has merged their families is no evidence. Of several who could be it nobody says which.
     */
    private static final String MEMBERS = """
            with came as (
                select m.*, case when m.joined_by = 'MERGED' then
                    (select f.family_id from former_membership f where f.person_id = m.id order by f.id desc limit 1) end as came_from
                from member m where m.family_id in (select family_id from member where id = any(:ids))),
            relative as (
                select m.id, other.name, other.sex,
                    (m.relation = 'HEAD' and other.relation in ('WIFE', 'HUSBAND'))
                        or (m.relation in ('WIFE', 'HUSBAND') and other.relation = 'HEAD') as is_spouse,
                    m.relation = 'CHILD' and other.relation in ('HEAD', 'WIFE', 'HUSBAND') as is_parent
                from came m join came other on other.family_id = m.family_id and other.id <> m.id and other.name is not null
                    and other.came_from is not distinct from m.came_from and (other.active or other.merged_into is not null)
                where m.id = any(:ids)),
            kin as (
                select id, array_agg(distinct name) filter (where is_spouse) as spouses,
                    array_agg(distinct name) filter (where is_parent and sex = 'P') as mothers,
                    array_agg(distinct name) filter (where is_parent and sex = 'L') as fathers
                from relative group by id)
            select m.id, m.area_code, m.sex, m.birth_date, m.name,
                case when cardinality(kin.mothers) = 1 then kin.mothers[1] end as mother_name,
                case when cardinality(kin.fathers) = 1 then kin.fathers[1] end as father_name,
                case when cardinality(kin.spouses) = 1 then kin.spouses[1] when m.relation in ('WIFE', 'HUSBAND') then
                    (select head_name from family where id = coalesce(m.came_from, m.family_id)) end as spouse_name,
                encode(m.nik_index, 'hex') as nik_index, null::integer as birth_order, null::integer as birth_weight_grams,
                m.active and m.merged_into is null as stands
            from came m left join kin on kin.id = m.id
            where m.id = any(:ids)""";

    static Map<UUID, ComparedPerson> read(Handle sql, PersonKind kind, Collection<UUID> ids) {
        Map<UUID, ComparedPerson> found = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.createQuery(
                            switch (kind) {
                                case CHILD -> CHILDREN;
                                case MEMBER -> MEMBERS;
                            })
                    .bindArray("ids", UUID.class, ids.toArray())
                    .map((row, _) -> person(row))
                    .forEach(person -> found.put(person.person().id(), person));
        }
        return found;
    }

    private static ComparedPerson person(ResultSet row) throws SQLException {
        return new ComparedPerson(
                new Person(
                        row.getObject("id", UUID.class),
                        row.getString("nik_index"),
                        new Person.Names(
                                row.getString("name"),
                                row.getString("mother_name"),
                                row.getString("father_name"),
                                row.getString("spouse_name")),
                        row.getObject("birth_date", LocalDate.class),
                        Sex.valueOf(row.getString("sex")),
                        new AreaCode(row.getString("area_code")),
                        row.getObject("birth_order", Integer.class),
                        row.getObject("birth_weight_grams", Integer.class)),
                row.getBoolean("stands"));
    }

    /** Everything that the comparison rests on; where it lives is left out, for moving makes nobody another. */
    String content() {
        Person.Names names = person.names();
        String own = String.join(
                "\u001f",
                String.valueOf(person.nikIndex()),
                String.valueOf(names.own()),
                String.valueOf(names.mother()),
                String.valueOf(names.father()),
                String.valueOf(person.birthDate()),
                person.sex().name(),
                String.valueOf(person.birthOrder()),
                String.valueOf(person.birthWeightGrams()));
        return names.spouse() == null ? own : own + "\u001f" + names.spouse();
    }
}
