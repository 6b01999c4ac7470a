package id.tumbuh.registry.companion;

import id.tumbuh.platform.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Why somebody is no longer to be accompanied, and who comes after. */
final class EndedTargets {
    private static final String WHY = """
            select asked.kind, asked.id, 'FAMILY' as heir_kind, f.merged_into as heir,
                case when f.merged_into is null then 'RISK_CLEARED' else 'MERGED' end as cause
            from unnest(?, ?) as asked (kind, id) join family f on f.id = asked.id where asked.kind = 'FAMILY'
            union all
            select asked.kind, asked.id, 'COUPLE', c.merged_into,
                case when c.merged_into is not null then 'MERGED' when c.state = 'MARRIED' then 'WEDDING' else 'CALLED_OFF' end
            from unnest(?, ?) as asked (kind, id) join couple c on c.id = asked.id where asked.kind = 'COUPLE'
            union all
            select asked.kind, asked.id, case when p.merged_into is null then 'POSTPARTUM' else 'PREGNANCY' end,
                case when p.merged_into is not null then p.merged_into when p.outcome = 'LIVE_BIRTH' then p.id end,
                case when p.merged_into is not null then 'MERGED' when p.outcome = 'LIVE_BIRTH' then 'BIRTH'
                    else 'PREGNANCY_ENDED' end
            from unnest(?, ?) as asked (kind, id) join pregnancy p on p.id = asked.id where asked.kind = 'PREGNANCY'
            union all
            select asked.kind, asked.id, 'FAMILY', case when f.at_risk then f.id end,
                case when f.at_risk then 'COVERED_BY_FAMILY' else 'TIME_OVER' end
            from unnest(?, ?) as asked (kind, id) join child c on c.id = asked.id join family f on f.id = c.family_id
            where asked.kind = 'CHILD'""";

    private EndedTargets() {}

    /** @param heir whom the same team goes on with, if that one is to be accompanied */
    record Ending(Assignment.ReleaseCause cause, Target.@Nullable Key heir) {
        private static final Ending TIME_OVER = new Ending(Assignment.ReleaseCause.TIME_OVER, null);
    }

    /** By target; one that isn't here has outlived its time. */
    static Map<Target.Key, Ending> of(Handle sql, List<Target.Key> ended) {
        Map<Target.Key, Ending> endings = new HashMap<>();
        ended.forEach(key -> endings.put(key, Ending.TIME_OVER));
        Columns<Target.Key> keys = Columns.of(ended);
        for (int part = 0; part < 4; part++) {
            keys.text(Target.Key::kind).uuid(Target.Key::id);
        }
        keys.query(sql, WHY, EndedTargets::read).forEach(one -> endings.put(one.getKey(), one.getValue()));
        return endings;
    }

    private static Map.Entry<Target.Key, Ending> read(ResultSet row) throws SQLException {
        UUID heir = row.getObject("heir", UUID.class);
        return Map.entry(
                new Target.Key(TargetKind.valueOf(row.getString("kind")), row.getObject("id", UUID.class)),
                new Ending(
                        Assignment.ReleaseCause.valueOf(row.getString("cause")),
                        heir == null ? null : new Target.Key(TargetKind.valueOf(row.getString("heir_kind")), heir)));
    }
}
