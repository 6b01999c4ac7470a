package id.tumbuh.registry.imports;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What imports keep of erased persons: the records announced of children, what sources call them and said of them, their
 * lines in reports, and rows that wait for the decision whether they are about one of them. Such a row names the person, so
 * it goes undecided. Asked before others of its step: it looks for members and pregnancies while they are there.
 */
@ApplicationScoped
@Priority(1)
class ErasedFromImports implements ErasesPersons {
    private record Gone(UUID id, long version) {}

    @Override
    public Step step() {
        return Step.WHAT_IS_ABOUT_THEM;
    }

    @Override
    public Map<String, Long> erase(Erasing erasing) {
        Handle sql = erasing.tx().sql();
        List<Gone> records = sql.createQuery(
                        "delete from growth_record where child_id = any(:children) returning measurement_id, version")
                .bindArray("children", UUID.class, erasing.childIds())
                .map((row, _) -> new Gone(row.getObject("measurement_id", UUID.class), row.getLong("version")))
                .list();
        records.forEach(record -> erasing.tx()
                .announce(Announcement.erasing(
                        "registry.growth-records",
                        "id.tumbuh.registry.growth-record-received.v1",
                        record.id(),
                        record.version() + 1)));
        Object[] everybody = everybody(sql, erasing);
        long lines = rejectUndecided(sql, everybody) + forget(sql, everybody);
        return Map.of(
                "growth_record", (long) records.size(), "import_row", lines, "external_id", unname(sql, everybody));
    }

    /** The children; and of a whole family the family, its members and pregnancies, which are there still. */
    private static Object[] everybody(Handle sql, Erasing erasing) {
        List<UUID> ids = new ArrayList<>(erasing.children());
        if (erasing.wholeFamily()) {
            ids.addAll(sql.createQuery("""
                            with recursive same (id) as (
                                select cast(:family as uuid)
                                union
                                select case when f.id = same.id then f.merged_into else f.id end
                                from same join family f on (f.id = same.id and f.merged_into is not null)
                                    or f.merged_into = same.id
                            ),
                            adult (id) as (
                                select m.id from member m join same on m.family_id = same.id
                                union
                                select m.id from adult join member m on m.merged_into = adult.id)
                            select id from same
                            union all select id from adult
                            union all select p.id from pregnancy p join same on p.family_id = same.id""")
                    .bind("family", erasing.family())
                    .mapTo(UUID.class)
                    .list());
        }
        return ids.toArray();
    }

    private static long unname(Handle sql, Object[] everybody) {
        return sql.createUpdate("""
                        delete from external_id where family_id = any(:ids) or child_id = any(:ids)
                            or member_id = any(:ids) or pregnancy_id = any(:ids)""").bindArray("ids", UUID.class, everybody).execute();
    }

    private static long rejectUndecided(Handle sql, Object[] everybody) {
        return sql.createQuery("""
                        with waiting as (
                            update import_row set outcome = 'REJECTED', sealed = null, candidates = null, child_id = null,
                                record_id = null, measured_on = null, reasons = '{}'
                            where outcome = 'TO_DECIDE' and (candidates && :ids or child_id = any(:ids) or record_id = any(:ids))
                            returning import_id),
                        counted as (
                            update import set to_decide = to_decide - gone.rows, rejected = rejected + gone.rows
                            from (select import_id, count(*) as rows from waiting group by import_id) as gone
                            where import.id = gone.import_id)
                        select count(*) from waiting""")
                .bindArray("ids", UUID.class, everybody)
                .mapTo(Long.class)
                .one();
    }

    private static long forget(Handle sql, Object[] everybody) {
        return sql.createUpdate("""
                        update import_row set child_id = null, record_id = null, measured_on = null,
                            candidates = nullif(array(select one from unnest(candidates) as one
                                where one <> all (:ids)), '{}')
                        where child_id = any(:ids) or record_id = any(:ids) or candidates && :ids""").bindArray("ids", UUID.class, everybody).execute();
    }
}
