package id.tumbuh.registry.pregnancy;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whom the reported mother of a pregnancy stands for, and where that one lives. */
record MotherNow(UUID id, UUID family, AreaCode area) {

    /** By pregnancy. A record out of sight is taken for whom the pregnancy hung on so far. */
    static Map<UUID, MotherNow> of(Handle sql, List<KnownPregnancy> pregnancies) {
        Map<UUID, MotherNow> mothers = new HashMap<>();
        Columns.of(pregnancies)
                .uuid(pregnancy -> pregnancy.content().id())
                .uuid(KnownPregnancy::reportedMother)
                .uuid(pregnancy -> pregnancy.content().motherId())
                .query(
                        sql,
                        """
                        select asked.pregnancy, m.id, m.family_id, m.area_code
                        from unnest(?, ?, ?) as asked (pregnancy, reported, mother)
                        join member m on m.id = coalesce(present_member(asked.reported), present_member(asked.mother))""",
                        row -> Map.entry(
                                row.getObject("pregnancy", UUID.class),
                                new MotherNow(
                                        row.getObject("id", UUID.class),
                                        row.getObject("family_id", UUID.class),
                                        new AreaCode(row.getString("area_code")))))
                .forEach(mother -> mothers.put(mother.getKey(), mother.getValue()));
        return mothers;
    }
}
