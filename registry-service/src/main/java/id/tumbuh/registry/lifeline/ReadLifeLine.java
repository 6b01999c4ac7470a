package id.tumbuh.registry.lifeline;

import id.tumbuh.registry.pregnancy.LifePolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Follows the thread through the tables, as far as the transaction may see them. */
final class ReadLifeLine {
    private static final String OF_WOMAN = """
            select 'CATIN' as kind, id, registered_on as begun, ended_on, null::date as expected_on,
                case when state <> 'PLANNED' then state end as outcome
            from couple where bride_id = :person or groom_id = :person
            union all
            select 'PREGNANCY', id, coalesce(last_period_on, confirmed_on), ended_on, expected_on, outcome
            from pregnancy where mother_id = :person
            union all
            select 'CHILD', c.id, c.birth_date, (c.birth_date + make_interval(months => :months))::date, null, null
            from child c join pregnancy p on p.id = c.pregnancy_id where p.mother_id = :person""";

    private static final String OF_CHILD = """
            with born as (
                select c.id, c.birth_date, p.id as pregnancy_id, p.mother_id
                from child c left join pregnancy p on p.id = c.pregnancy_id where c.id = :person)
            select 'CATIN' as kind, k.id, k.registered_on as begun, k.ended_on, null::date as expected_on,
                case when k.state <> 'PLANNED' then k.state end as outcome
            from born join couple k on k.bride_id = born.mother_id
            where k.state = 'MARRIED' and k.ended_on <= born.birth_date
            union all
            select 'PREGNANCY', p.id, coalesce(p.last_period_on, p.confirmed_on), p.ended_on, p.expected_on, p.outcome
            from born join pregnancy p on p.id = born.pregnancy_id
            union all
            select 'CHILD', id, birth_date, (birth_date + make_interval(months => :months))::date, null, null from born""";

    private final Handle sql;
    private final LifePolicy policy;
    private final int childUntilMonths;

    ReadLifeLine(Handle sql, LifePolicy policy, int childUntilMonths) {
        this.sql = sql;
        this.policy = policy;
        this.childUntilMonths = childUntilMonths;
    }

    /** Whose life line it is. */
    enum Person {
        MEMBER("member", OF_WOMAN),
        CHILD("child", OF_CHILD);

        private final String table;
        private final String stages;

        Person(String table, String stages) {
            this.table = table;
            this.stages = stages;
        }

        String objectType() {
            return table;
        }
    }

    /** Of a member that was merged into another the other's is the life line, if the transaction may see it. */
    UUID present(Person person, UUID id) {
        return sql.createQuery("select coalesce(present_" + person.table + "(:id), :id)")
                .bind("id", id)
                .mapTo(UUID.class)
                .one();
    }

    Optional<String> areaOf(Person person, UUID id) {
        return sql.createQuery("select area_code from " + person.table + " where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    LifeLine of(Person person, UUID id) {
        List<LifeLine.Stage> stages = sql.createQuery(person.stages)
                .bind("person", id)
                .bind("months", childUntilMonths)
                .map((row, _) -> stage(row))
                .list();
        return new LifeLine(stages.stream()
                .sorted(Comparator.comparing(LifeLine.Stage::from).thenComparing(LifeLine.Stage::stage))
                .toList());
    }

    private LifeLine.Stage stage(ResultSet row) throws SQLException {
        LifeLine.Kind kind = LifeLine.Kind.valueOf(row.getString("kind"));
        LocalDate begun = row.getObject("begun", LocalDate.class);
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        LocalDate expected = row.getObject("expected_on", LocalDate.class);
        LifeLine.FirstDays firstDays = switch (kind) {
            case CATIN -> null;
            case PREGNANCY -> ended == null ? LifeLine.FirstDays.ofExpected(expected, policy) : null;
            case CHILD -> LifeLine.FirstDays.ofBorn(begun, policy);
        };
        boolean goesOn = ended != null && ended.isAfter(policy.today());
        return new LifeLine.Stage(
                kind,
                row.getObject("id", UUID.class),
                begun,
                goesOn ? null : ended,
                ended == null ? expected : null,
                row.getString("outcome"),
                firstDays);
    }
}
