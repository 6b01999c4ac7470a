package id.tumbuh.registry.couple;

import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A stored couple. */
record KnownCouple(
        NewCouple content,
        UUID family,
        AreaCode area,
        CoupleState state,
        @Nullable LocalDate endedOn,
        long version,
        Twice twice) {
    private static final String ALL = """
            select id, family_id, area_code, bride_id, groom_id, registered_on, planned_wedding_on, state, ended_on, version,
                reported_bride_id, reported_groom_id, merged_into
            from couple
            """;

    /**
     * What became of it since records of its bride or groom were found to be of one person.
     *
     * @param reportedBride the record that it was reported of, if that was another; null is "the bride's own"
     * @param mergedInto the plan that it was registered as a second time
     */
    record Twice(
            @Nullable UUID reportedBride,
            @Nullable UUID reportedGroom,
            @Nullable UUID mergedInto) {
        static final Twice NOT = new Twice(null, null, null);
    }

    static Optional<KnownCouple> find(Handle sql, UUID id) {
        return one(sql, id, "");
    }

    /** Others wait with their change until this one is through. */
    static Optional<KnownCouple> lock(Handle sql, UUID id) {
        return one(sql, id, " for update");
    }

    static List<KnownCouple> lockAllOf(Handle sql, Collection<UUID> families) {
        return sql.createQuery(ALL + " where family_id = any(:families) order by id for update")
                .bindArray("families", UUID.class, families)
                .map((row, _) -> read(row))
                .list();
    }

    /** Those of any of these records of persons, or reported of them. */
    static List<KnownCouple> lockAllOfPartners(Handle sql, Collection<UUID> members) {
        return sql.createQuery(ALL + """
                         where bride_id = any(:ids) or groom_id = any(:ids) or reported_bride_id = any(:ids)
                            or reported_groom_id = any(:ids) order by id for update""")
                .bindArray("ids", UUID.class, members.toArray())
                .map((row, _) -> read(row))
                .list();
    }

    UUID reportedBride() {
        UUID reported = twice.reportedBride();
        return reported == null ? content.brideId() : reported;
    }

    @Nullable
    UUID reportedGroom() {
        UUID reported = twice.reportedGroom();
        return reported == null ? content.groomId() : reported;
    }

    /** The version stays: a couple may hang on others and stand for another by one change. */
    KnownCouple of(PartnersNow partners) {
        UUID bride = reportedBride().equals(partners.bride()) ? null : reportedBride();
        UUID groom = Objects.equals(reportedGroom(), partners.groom()) ? null : reportedGroom();
        return new KnownCouple(
                content.of(partners.bride(), partners.groom()),
                partners.family(),
                partners.area(),
                state,
                endedOn,
                version,
                new Twice(bride, groom, twice.mergedInto()));
    }

    KnownCouple standingFor(UUID other, LocalDate on) {
        return new KnownCouple(
                content,
                family,
                area,
                CoupleState.CALLED_OFF,
                on,
                version,
                new Twice(twice.reportedBride(), twice.reportedGroom(), other));
    }

    KnownCouple standingForItself() {
        return new KnownCouple(
                content,
                family,
                area,
                CoupleState.PLANNED,
                null,
                version,
                new Twice(twice.reportedBride(), twice.reportedGroom(), null));
    }

    KnownCouple next() {
        return new KnownCouple(content, family, area, state, endedOn, version + 1, twice);
    }

    boolean isPlanned() {
        return state == CoupleState.PLANNED;
    }

    KnownCouple with(NewCouple other) {
        return new KnownCouple(other, family, area, state, endedOn, version + 1, twice);
    }

    KnownCouple in(UUID otherFamily, AreaCode otherArea) {
        return new KnownCouple(content, otherFamily, otherArea, state, endedOn, version + 1, twice);
    }

    KnownCouple ended(CoupleState how, LocalDate on) {
        return new KnownCouple(content, family, area, how, on, version + 1, twice);
    }

    private static Optional<KnownCouple> one(Handle sql, UUID id, String locking) {
        return sql.createQuery(ALL + " where id = :id" + locking)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    private static KnownCouple read(ResultSet row) throws SQLException {
        return new KnownCouple(
                new NewCouple(
                        row.getObject("id", UUID.class),
                        row.getObject("bride_id", UUID.class),
                        row.getObject("groom_id", UUID.class),
                        row.getObject("registered_on", LocalDate.class),
                        row.getObject("planned_wedding_on", LocalDate.class)),
                row.getObject("family_id", UUID.class),
                new AreaCode(row.getString("area_code")),
                CoupleState.valueOf(row.getString("state")),
                row.getObject("ended_on", LocalDate.class),
                row.getLong("version"),
                new Twice(
                        row.getObject("reported_bride_id", UUID.class),
                        row.getObject("reported_groom_id", UUID.class),
                        row.getObject("merged_into", UUID.class)));
    }
}
