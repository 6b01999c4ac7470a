package id.tumbuh.registry.couple;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whom the reported bride and groom of a couple stand for, and where the bride lives. */
record PartnersNow(UUID bride, @Nullable UUID groom, UUID family, AreaCode area) {

    /** By couple. A record out of sight is taken for whom the couple hung on so far. */
    static Map<UUID, PartnersNow> of(Handle sql, List<KnownCouple> couples) {
        Map<UUID, PartnersNow> partners = new HashMap<>();
        Columns.of(couples)
                .uuid(couple -> couple.content().id())
                .uuid(KnownCouple::reportedBride)
                .uuid(couple -> couple.content().brideId())
                .uuid(KnownCouple::reportedGroom)
                .uuid(couple -> couple.content().groomId())
                .query(
                        sql,
                        """
                        select asked.couple, m.id, m.family_id, m.area_code,
                            coalesce(present_member(asked.reported_groom), present_member(asked.groom), asked.groom) as groom
                        from unnest(?, ?, ?, ?, ?) as asked (couple, reported, bride, reported_groom, groom)
                        join member m on m.id = coalesce(present_member(asked.reported), present_member(asked.bride))""",
                        row -> Map.entry(
                                row.getObject("couple", UUID.class),
                                new PartnersNow(
                                        row.getObject("id", UUID.class),
                                        row.getObject("groom", UUID.class),
                                        row.getObject("family_id", UUID.class),
                                        new AreaCode(row.getString("area_code")))))
                .forEach(one -> partners.put(one.getKey(), one.getValue()));
        return partners;
    }
}
