package id.tumbuh.registry.aid;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.batch.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The aid of the database; one statement a table. */
final class Aids {
    /** Who has no welfare rank is poor for nobody's knowledge: last. */
    private static final String POOREST = """
            select id from family where area_code = :area and at_risk and merged_into is null
            order by welfare_rank nulls last, priority = 'HIGHEST' desc nulls last, priority = 'HIGH' desc nulls last, id
            limit :most""";

    private static final String SUMMARY = """
            select e.*, count(r.family_id) as families, count(*) filter (where r.outcome = 'DELIVERED') as delivered,
                count(*) filter (where r.outcome = 'MISSED') as missed
            from aid_event e left join aid_recipient r on r.aid_id = e.id
            """;

    private Aids() {}

    /** Aid and how far it has come. */
    @Schema(name = "Aid")
    record Summary(
            UUID id,
            String area,
            String kind,
            String giverKind,
            String giver,
            LocalDate heldOn,
            long families,
            long delivered,
            long missed) {
        Pages.Position position() {
            return new Pages.Position(area, id);
        }
    }

    /** A family of the aid. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AidRecipient")
    record Recipient(
            UUID familyId, String outcome, @Nullable String reason) {}

    static boolean insert(Handle sql, NewAid aid, byte[] fingerprint, String by) {
        return sql.createUpdate("""
                        insert into aid_event (id, area_code, kind, giver_kind, giver, held_on, poorest, fingerprint, recorded_by)
                        values (:id, :area, :kind, :giverKind, :giver, :on, cast(:poorest as integer), :fingerprint, :by)
                        on conflict do nothing""")
                        .bind("id", aid.id())
                        .bind("area", aid.area().value())
                        .bind("kind", aid.kind())
                        .bind("giverKind", aid.giver().kind())
                        .bind("giver", aid.giver().name())
                        .bind("on", aid.on())
                        .bind("poorest", aid.poorest())
                        .bind("fingerprint", fingerprint)
                        .bind("by", by)
                        .execute()
                == 1;
    }

    static Optional<byte[]> fingerprint(Handle sql, UUID id) {
        return sql.createQuery("select fingerprint from aid_event where id = :id")
                .bind("id", id)
                .map((row, _) -> row.getBytes("fingerprint"))
                .findOne();
    }

    static List<UUID> poorest(Handle sql, String area, int most) {
        return sql.createQuery(POOREST)
                .bind("area", area)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
    }

    static void plan(Handle sql, NewAid aid, Collection<UUID> families, String by) {
        Columns.of(List.copyOf(families))
                .uuid(_ -> aid.id())
                .uuid(family -> family)
                .text(_ -> aid.area())
                .text(_ -> by)
                .update(sql, """
                insert into aid_recipient (aid_id, family_id, area_code, recorded_by) select * from unnest(?, ?, ?, ?)
                on conflict do nothing""");
    }

    static Optional<Summary> find(Handle sql, UUID id) {
        return sql.createQuery(SUMMARY + " where e.id = :id group by e.id")
                .bind("id", id)
                .map((row, _) -> summary(row))
                .findOne();
    }

    static List<Summary> list(Handle sql, String area, Pages.Position after, int limit) {
        return sql.createQuery(SUMMARY + """
                         where e.area_code >= :from and e.area_code < :to and (e.area_code, e.id) > (greatest(:lastArea, :from), :lastId)
                        group by e.id order by e.area_code, e.id limit :limit""")
                .bind("from", area)
                .bind("to", area + "/")
                .bind("lastArea", after.area())
                .bind("lastId", after.id())
                .bind("limit", limit)
                .map((row, _) -> summary(row))
                .list();
    }

    static List<Recipient> recipients(Handle sql, UUID aid) {
        return sql.createQuery("select * from aid_recipient where aid_id = :aid order by family_id")
                .bind("aid", aid)
                .map((row, _) -> recipient(row))
                .list();
    }

    /** By family, for those who tell at once: they wait for each other. */
    static Map<UUID, Recipient> lock(Handle sql, UUID aid, Collection<UUID> families) {
        Map<UUID, Recipient> found = new HashMap<>();
        sql.createQuery("""
                        select * from aid_recipient where aid_id = :aid and family_id = any(:families)
                        order by family_id for update""")
                .bind("aid", aid)
                .bindArray("families", UUID.class, families.toArray())
                .map((row, _) -> recipient(row))
                .forEach(one -> found.put(one.familyId(), one));
        return found;
    }

    static void tell(Handle sql, UUID aid, Collection<DeliveryForm.Delivery> deliveries, String by) {
        if (deliveries.isEmpty()) {
            return;
        }
        Columns.of(List.copyOf(deliveries))
                .uuid(_ -> aid)
                .uuid(DeliveryForm.Delivery::family)
                .text(DeliveryForm.Delivery::outcome)
                .text(DeliveryForm.Delivery::reason)
                .text(_ -> by)
                .update(sql, """
                update aid_recipient set outcome = told.outcome, reason = told.reason, recorded_by = told.recorded_by,
                    recorded_at = clock_timestamp()
                from unnest(?, ?, ?, ?, ?) as told (aid_id, family_id, outcome, reason, recorded_by)
                where aid_recipient.aid_id = told.aid_id and aid_recipient.family_id = told.family_id""");
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(row.getObject("family_id", UUID.class), row.getString("outcome"), row.getString("reason"));
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                row.getObject("id", UUID.class),
                row.getString("area_code"),
                row.getString("kind"),
                row.getString("giver_kind"),
                row.getString("giver"),
                row.getObject("held_on", LocalDate.class),
                row.getLong("families"),
                row.getLong("delivered"),
                row.getLong("missed"));
    }
}
