package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.Needs;
import id.tumbuh.intervention.placement.ClaimNeed.Claim;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A need and who wants it.
 *
 * @param client the application that acts for the sponsor
 */
record WantedNeed(
        Need need,
        boolean sponsorKnown,
        Set<Item.Kind> offered,
        @Nullable String client) {

    private record Pair(UUID need, UUID sponsor) {}

    /**
     * The families first, in the order of their ids: programmes enrol needs under their locks. Until the transaction ends the needs stay
     * as they are: who closes one waits, and then sees the placement.
     */
    static Map<Claim, WantedNeed> lock(Handle sql, Collection<Claim> claims) {
        Map<Pair, WantedNeed> found = new HashMap<>();
        sql.createQuery("""
                        select n.*, wanted.sponsor as wanted_sponsor, s.id as sponsor, s.items as offered, s.client
                        from family f join need n on n.family_id = f.id
                            join unnest(:needs, :sponsors) as wanted (need, sponsor) on wanted.need = n.id
                            left join sponsor s on s.id = wanted.sponsor
                        order by f.id, n.id for share of f, n""")
                .bindArray(
                        "needs", UUID.class, claims.stream().map(Claim::needId).toArray())
                .bindArray(
                        "sponsors",
                        UUID.class,
                        claims.stream().map(Claim::sponsorId).toArray())
                .map((row, _) -> {
                    WantedNeed one = of(row);
                    found.put(new Pair(one.need().id(), row.getObject("wanted_sponsor", UUID.class)), one);
                    return one;
                })
                .list();
        Map<Claim, WantedNeed> wanted = new HashMap<>();
        for (Claim claim : claims) {
            WantedNeed one = found.get(new Pair(claim.needId(), claim.sponsorId()));
            if (one != null) {
                wanted.put(claim, one);
            }
        }
        return wanted;
    }

    private static WantedNeed of(ResultSet row) throws SQLException {
        return new WantedNeed(
                Needs.need(row),
                row.getString("sponsor") != null,
                items(row.getArray("offered")),
                row.getString("client"));
    }

    /** What the sponsor gives of what is needed; who gives nothing of it may still take it on, for food is not everything. */
    Set<Item.Kind> given(Need.Open open) {
        Set<Item.Kind> given = EnumSet.noneOf(Item.Kind.class);
        given.addAll(open.plan().items().stream().map(Item::item).toList());
        given.retainAll(offered);
        return given;
    }

    private static Set<Item.Kind> items(@Nullable Array items) throws SQLException {
        Set<Item.Kind> kinds = EnumSet.noneOf(Item.Kind.class);
        if (items != null) {
            for (Object item : (Object[]) items.getArray()) {
                kinds.add(Item.Kind.valueOf((String) item));
            }
        }
        return kinds;
    }
}
