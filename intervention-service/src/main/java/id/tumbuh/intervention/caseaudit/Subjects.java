package id.tumbuh.intervention.caseaudit;

import id.tumbuh.intervention.caseaudit.SubjectFact.Check;
import id.tumbuh.intervention.caseaudit.SubjectFact.Faltering;
import id.tumbuh.intervention.caseaudit.SubjectFact.Growth;
import id.tumbuh.intervention.caseaudit.SubjectFact.Home;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What is kept of those whose case may be audited; one statement for each kind of fact, the newest version holds. */
final class Subjects {
    private Subjects() {}

    /** Makes rows for those never heard of, and locks all in the order of their ids, so that consumers never wait in a circle. */
    static void lock(Handle sql, Collection<SubjectFact> onePerSubject) {
        bound(sql.createUpdate("""
                        insert into case_audit_subject (id, kind, area_code)
                        select * from unnest(:ids, :kinds, :areas) as told (id) order by id
                        on conflict on constraint case_audit_subject_pk do nothing"""), onePerSubject)
                .bindArray(
                        "kinds",
                        String.class,
                        array(onePerSubject, fact -> fact.kind().name()))
                .bindArray(
                        "areas",
                        String.class,
                        array(onePerSubject, fact -> fact.area().value()))
                .execute();
        sql.createQuery("select id from case_audit_subject where id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, array(onePerSubject, SubjectFact::subjectId))
                .mapTo(UUID.class)
                .list();
    }

    static void storeHomes(Handle sql, Collection<Home> homes) {
        versioned(sql.createUpdate("""
                        update case_audit_subject s set kind = told.kind, home_version = told.version,
                            family_id = told.family_id, area_code = told.area_code, active = told.active,
                            merged_into = told.merged_into, birth_date = told.birth_date, expected_on = told.expected_on,
                            ended_on = told.ended_on
                        from unnest(:ids, :versions, :kinds, :families, :areas, :active, :merged, :births, :expected, :ended)
                            as told (id, version, kind, family_id, area_code, active, merged_into, birth_date, expected_on,
                                ended_on)
                        where s.id = told.id and s.home_version < told.version"""), homes)
                .bindArray(
                        "kinds", String.class, array(homes, home -> home.kind().name()))
                .bindArray("families", UUID.class, array(homes, Home::familyId))
                .bindArray(
                        "areas", String.class, array(homes, home -> home.area().value()))
                .bindArray("active", Boolean.class, array(homes, Home::active))
                .bindArray("merged", UUID.class, array(homes, Home::mergedInto))
                .bindArray("births", LocalDate.class, array(homes, Home::birthDate))
                .bindArray("expected", LocalDate.class, array(homes, Home::expectedOn))
                .bindArray("ended", LocalDate.class, array(homes, Home::endedOn))
                .execute();
    }

    static void storeGrowth(Handle sql, Collection<Growth> growth) {
        versioned(sql.createUpdate("""
                        update case_audit_subject s set stunting_version = told.version, stunting = told.stunting
                        from unnest(:ids, :versions, :stunting) as told (id, version, stunting)
                        where s.id = told.id and s.stunting_version < told.version"""), growth)
                .bindArray(
                        "stunting",
                        String.class,
                        array(growth, one -> one.stunting().name()))
                .execute();
    }

    static void storeFaltering(Handle sql, Collection<Faltering> faltering) {
        versioned(sql.createUpdate("""
                        update case_audit_subject s set growth_version = told.version, twice_not_gained = told.twice,
                            below_red_line = told.below
                        from unnest(:ids, :versions, :twice, :below) as told (id, version, twice, below)
                        where s.id = told.id and s.growth_version < told.version"""), faltering)
                .bindArray("twice", Boolean.class, array(faltering, Faltering::twiceNotGained))
                .bindArray("below", Boolean.class, array(faltering, Faltering::belowRedLine))
                .execute();
    }

    /** At most one version of each check. */
    static void storeChecks(Handle sql, Collection<Check> checks) {
        versioned(sql.createUpdate("""
                        insert into case_audit_check (id, subject_id, version, area_code, checked_on, concerns)
                        select told.id, told.subject_id, told.version, told.area_code, told.checked_on,
                            string_to_array(told.concerns, ',')
                        from unnest(:checks, :ids, :versions, :areas, :days, :concerns)
                            as told (id, subject_id, version, area_code, checked_on, concerns)
                        order by told.id
                        on conflict on constraint case_audit_check_pk do update
                        set version = excluded.version, checked_on = excluded.checked_on, concerns = excluded.concerns
                        where case_audit_check.version < excluded.version"""), checks)
                .bindArray("checks", UUID.class, array(checks, Check::checkId))
                .bindArray(
                        "areas",
                        String.class,
                        array(checks, check -> check.area().value()))
                .bindArray("days", LocalDate.class, array(checks, Check::checkedOn))
                .bindArray("concerns", String.class, array(checks, Subjects::concerns))
                .execute();
    }

    /** A check counts where the person lives now, wherever it was made. */
    static void moveChecks(Handle sql, Set<UUID> subjects) {
        sql.createUpdate("""
                        update case_audit_check c set area_code = s.area_code
                        from case_audit_subject s
                        where s.id = c.subject_id and s.id = any(:ids) and c.area_code <> s.area_code""").bindArray("ids", UUID.class, subjects.toArray()).execute();
    }

    private static String concerns(Check check) {
        return String.join(
                ",",
                check.concerns().stream().map(CaseAuditReason::name).sorted().toList());
    }

    private static Update versioned(Update statement, Collection<? extends SubjectFact> facts) {
        return bound(statement, facts).bindArray("versions", Long.class, array(facts, SubjectFact::version));
    }

    private static Update bound(Update statement, Collection<? extends SubjectFact> facts) {
        return statement.bindArray("ids", UUID.class, array(facts, SubjectFact::subjectId));
    }

    private static <F> @Nullable Object[] array(Collection<F> facts, Function<F, @Nullable Object> field) {
        return facts.stream().map(field).toArray();
    }
}
