package id.tumbuh.intervention.matching;

import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Needs;
import id.tumbuh.intervention.placement.PlacementTerms;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.database.Transaction;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads who is without a sponsor, and which sponsors have a place: those of the area, and those of its province (ADR 30). */
final class LoadPlan {
    /** Consents name no partner (any sponsor may help), or the applications whose sponsors may. */
    private static final String NEEDS = """
            select n.*, c.anybody, c.partners, e.sponsors as earlier, paid.items as paid_for
            from need n
            cross join lateral (
                select array_agg(distinct b.item) filter (where b.item is not null) as items
                from programme_beneficiary b
                where b.need_id = n.id and b.end_reason is null and b.to_on >= :day) paid
            cross join lateral (
                select bool_or(p.partner is null) as anybody, array_agg(p.partner) filter (where p.partner is not null) as partners
                from permission p
                where (n.child_id is not null and p.child_id = n.child_id
                        or n.child_id is null and p.child_id is null and p.family_id = n.family_id)
                    and p.purpose = :purpose and not p.withdrawn and :day between p.valid_from and p.valid_until) c
            cross join lateral (
                select array_agg(distinct o.sponsor_id) as sponsors from placement o
                where o.child_id = n.child_id and o.state = 'ENDED' and o.from_on is not null and o.ended_on >= :since) e
            where n.state = 'OPEN' and n.area_code >= :from and n.area_code < :to and c.anybody is not null
                and not exists (
                    select from placement l where l.need_id = n.id and l.state in ('HELD', 'COMMITTED'))""";

    private static final String SPONSORS = """
            select id, area_code, capacity - placed as free, preferred_areas, items, client from sponsor
            where active and placed < capacity and :day between valid_from and valid_until
            """;

    private LoadPlan() {}

    static MatchPlan of(Transaction tx, AreaCode area, LocalDate day, MatchWeights weights, PlacementTerms terms) {
        List<SoughtNeed> needs = needs(tx.sql(), area, day, weights, terms);
        List<FreeSponsor> sponsors = new ArrayList<>(sponsors(tx.sql(), area, day));
        // the caller's areas don't hold them: of each the plan learns what it weighs, and nothing that says who it is
        sponsors.addAll(tx.beyondScope(sql -> ofTheProvince(sql, area, day)));
        return new MatchPlan(needs, sponsors, new MatchPlan.Terms(weights, FairShares.of(needs, sponsors)));
    }

    private static List<SoughtNeed> needs(
            Handle sql, AreaCode area, LocalDate day, MatchWeights weights, PlacementTerms terms) {
        AreaRange range = AreaRange.within(area);
        return sql.createQuery(NEEDS)
                .bind("purpose", terms.consentPurpose())
                .bind("day", day)
                .bind("since", day.minusDays(weights.earlierDays()))
                .bind("from", range.from())
                .bind("to", range.to())
                .map((row, _) -> {
                    var need = Needs.need(row);
                    return new SoughtNeed(new SoughtNeed.Facts(
                            need.id(),
                            need.home().area(),
                            need.plan().rank(),
                            notPaidFor(need.plan().items(), texts(row.getArray("paid_for"))),
                            row.getBoolean("anybody") ? null : texts(row.getArray("partners")),
                            ids(row.getArray("earlier"))));
                })
                .filter(need -> !need.facts().items().isEmpty())
                .list();
    }

    private static List<FreeSponsor> sponsors(Handle sql, AreaCode area, LocalDate day) {
        AreaRange range = AreaRange.within(area);
        return sql.createQuery(SPONSORS + "and area_code >= :from and area_code < :to order by id")
                .bind("day", day)
                .bind("from", range.from())
                .bind("to", range.to())
                .map((row, _) -> sponsor(row))
                .list();
    }

    /** Those that the province looks after and that would help in this area, or don't mind where. */
    private static List<FreeSponsor> ofTheProvince(Handle sql, AreaCode area, LocalDate day) {
        if (area.level() == AreaLevel.PROVINSI) {
            return List.of(); // its own plan holds them
        }
        return sql.createQuery(SPONSORS + """
                        and area_code = :province and (cardinality(preferred_areas) = 0 or exists (
                            select from unnest(preferred_areas) as wish (area)
                            where starts_with(wish.area, :area) or starts_with(:area, wish.area)))
                        order by id""")
                .bind("day", day)
                .bind("province", area.value().substring(0, AreaLevel.PROVINSI.codeLength()))
                .bind("area", area.value())
                .map((row, _) -> sponsor(row))
                .list();
    }

    private static FreeSponsor sponsor(ResultSet row) throws SQLException {
        return new FreeSponsor(
                row.getObject("id", UUID.class),
                new AreaCode(row.getString("area_code")),
                row.getInt("free"),
                texts(row.getArray("preferred_areas")).stream()
                        .sorted()
                        .map(AreaCode::new)
                        .toList(),
                kinds(row.getArray("items")),
                row.getString("client"));
    }

    /** What no programme of an OPD gives already. */
    private static Set<Item.Kind> notPaidFor(List<Item> items, Set<String> paidFor) {
        return items.stream()
                .map(Item::item)
                .filter(item -> !paidFor.contains(item.name()))
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(@Nullable Array column) throws SQLException {
        return column == null
                ? Set.of()
                : Arrays.stream((Object[]) column.getArray())
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UUID> ids(@Nullable Array column) throws SQLException {
        return column == null
                ? Set.of()
                : Arrays.stream((Object[]) column.getArray())
                        .map(UUID.class::cast)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Item.Kind> kinds(Array column) throws SQLException {
        Set<Item.Kind> kinds = EnumSet.noneOf(Item.Kind.class);
        texts(column).forEach(kind -> kinds.add(Item.Kind.valueOf(kind)));
        return kinds;
    }
}
