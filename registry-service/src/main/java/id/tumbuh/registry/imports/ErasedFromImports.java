package id.tumbuh.registry.imports;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.erasure.ErasesPersons;
import id.tumbuh.registry.erasure.Erasing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What imports keep of erased children: the records announced of them, their lines in reports, and rows that wait for the
 * decision whether they are about one of them. Such a row names the child, so it goes undecided.
 */
@ApplicationScoped
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
        long lines = rejectUndecided(sql, erasing) + forget(sql, erasing);
        return Map.of("growth_record", (long) records.size(), "import_row", lines);
    }

    private static long rejectUndecided(Handle sql, Erasing erasing) {
        return sql.createQuery("""
                        with waiting as (
                            update import_row set outcome = 'REJECTED', sealed = null, candidates = null, child_id = null,
                                measured_on = null, reasons = '{}'
                            where outcome = 'TO_DECIDE' and (candidates && :children or child_id = any(:children))
                            returning import_id),
                        counted as (
                            update import set to_decide = to_decide - gone.rows, rejected = rejected + gone.rows
                            from (select import_id, count(*) as rows from waiting group by import_id) as gone
                            where import.id = gone.import_id)
                        select count(*) from waiting""")
                .bindArray("children", UUID.class, erasing.childIds())
                .mapTo(Long.class)
                .one();
    }

    private static long forget(Handle sql, Erasing erasing) {
        return sql.createUpdate("""
                        update import_row set child_id = null, measured_on = null,
                            candidates = nullif(array(select one from unnest(candidates) as one
                                where one <> all (:children)), '{}')
                        where child_id = any(:children) or candidates && :children""")
                .bindArray("children", UUID.class, erasing.childIds())
                .execute();
    }
}
