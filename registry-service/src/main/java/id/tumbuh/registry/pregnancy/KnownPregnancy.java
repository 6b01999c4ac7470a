package id.tumbuh.registry.pregnancy;

import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A stored pregnancy.
 *
 * @param ended how and when it ended; null while it lasts
 * @param children who were born of it and are registered
 * @param twice what merged records of its mother have to do with it
 */
record KnownPregnancy(
        NewPregnancy content,
        UUID family,
        AreaCode area,
        @Nullable End ended,
        List<UUID> children,
        long version,
        Twice twice) {
    private static final String ALL = """
            select id, family_id, area_code, mother_id, confirmed_on, last_period_on, expected_on, ended_on, outcome,
                version, reported_mother_id, merged_into, array(select c.id from child c where c.pregnancy_id = pregnancy.id order by c.id) as born
            from pregnancy
            """;

    /**
     * What became of it since records of its mother were found to be of one woman.
     *
     * @param reportedMother the record that it was reported of, if that was another; null is "the mother's own"
     * @param mergedInto the pregnancy that it was registered as a second time
     */
    record Twice(@Nullable UUID reportedMother, @Nullable UUID mergedInto) {
        static final Twice NOT = new Twice(null, null);
    }

    /** The end of a pregnancy. */
    record End(LocalDate on, Outcome outcome) {}

    KnownPregnancy {
        children = List.copyOf(children);
    }

    static Optional<KnownPregnancy> find(Handle sql, UUID id) {
        return sql.createQuery(ALL + " where id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Others wait with their change until this one is through. */
    static Optional<KnownPregnancy> lock(Handle sql, UUID id) {
        return sql.createQuery(ALL + " where id = :id for update")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    static List<KnownPregnancy> lockAllOf(Handle sql, Collection<UUID> families) {
        return sql.createQuery(ALL + " where family_id = any(:families) order by id for update")
                .bindArray("families", UUID.class, families)
                .map((row, _) -> read(row))
                .list();
    }

    /** Those of any of these records of women, or reported of them. */
    static List<KnownPregnancy> lockAllOfMothers(Handle sql, Collection<UUID> mothers) {
        return sql.createQuery(
                        ALL + " where mother_id = any(:ids) or reported_mother_id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, mothers.toArray())
                .map((row, _) -> read(row))
                .list();
    }

    UUID reportedMother() {
        UUID reported = twice.reportedMother();
        return reported == null ? content.motherId() : reported;
    }

    /** The version stays: a pregnancy may hang on somebody else and stand for another by one change. */
    KnownPregnancy of(MotherNow mother) {
        UUID reported = reportedMother().equals(mother.id()) ? null : reportedMother();
        return new KnownPregnancy(
                content.of(mother.id()),
                mother.family(),
                mother.area(),
                ended,
                children,
                version,
                new Twice(reported, twice.mergedInto()));
    }

    KnownPregnancy standingFor(@Nullable UUID other, @Nullable End end) {
        return new KnownPregnancy(
                content, family, area, end, children, version, new Twice(twice.reportedMother(), other));
    }

    KnownPregnancy next() {
        return new KnownPregnancy(content, family, area, ended, children, version + 1, twice);
    }

    /** It goes on. */
    boolean isOngoing() {
        return ended == null;
    }

    KnownPregnancy with(NewPregnancy other) {
        return new KnownPregnancy(other, family, area, ended, children, version + 1, twice);
    }

    KnownPregnancy in(UUID otherFamily, AreaCode otherArea) {
        return new KnownPregnancy(content, otherFamily, otherArea, ended, children, version + 1, twice);
    }

    KnownPregnancy endedBy(End end, List<UUID> born) {
        return new KnownPregnancy(content, family, area, end, born, version + 1, twice);
    }

    private static KnownPregnancy read(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        NewPregnancy content = new NewPregnancy(
                row.getObject("id", UUID.class),
                row.getObject("mother_id", UUID.class),
                row.getObject("confirmed_on", LocalDate.class),
                row.getObject("last_period_on", LocalDate.class),
                row.getObject("expected_on", LocalDate.class));
        return new KnownPregnancy(
                content,
                row.getObject("family_id", UUID.class),
                new AreaCode(row.getString("area_code")),
                outcome == null ? null : new End(row.getObject("ended_on", LocalDate.class), Outcome.valueOf(outcome)),
                List.of((UUID[]) row.getArray("born").getArray()),
                row.getLong("version"),
                new Twice(row.getObject("reported_mother_id", UUID.class), row.getObject("merged_into", UUID.class)));
    }
}
