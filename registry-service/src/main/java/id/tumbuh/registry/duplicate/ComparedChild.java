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
 * A child as it is compared.
 *
 * @param stands for itself and is followed; others are compared no more
 */
record ComparedChild(Person person, boolean stands) {

    static Map<UUID, ComparedChild> read(Handle sql, Collection<UUID> ids) {
        Map<UUID, ComparedChild> found = new HashMap<>();
        sql.createQuery("""
                        select id, area_code, sex, birth_date, name, mother_name, father_name,
                            encode(nik_index, 'hex') as nik_index, birth_order, birth_weight_grams,
                            active and merged_into is null as stands
                        from child where id = any(:ids)""")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> child(row))
                .forEach(child -> found.put(child.person().id(), child));
        return found;
    }

    private static ComparedChild child(ResultSet row) throws SQLException {
        return new ComparedChild(
                new Person(
                        row.getObject("id", UUID.class),
                        row.getString("nik_index"),
                        new Person.Names(
                                row.getString("name"),
                                row.getString("mother_name"),
                                row.getString("father_name"),
                                null),
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
        return String.join(
                "\u001f",
                String.valueOf(person.nikIndex()),
                String.valueOf(names.own()),
                String.valueOf(names.mother()),
                String.valueOf(names.father()),
                person.birthDate().toString(),
                person.sex().name(),
                String.valueOf(person.birthOrder()),
                String.valueOf(person.birthWeightGrams()));
    }
}
