package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.intervention.placement.Placement;
import id.tumbuh.intervention.placement.PlacementEvent;
import id.tumbuh.intervention.placement.Placements;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The placements of a partner's own sponsors, for as long as the consent holds. */
@ApplicationScoped
class PartnerPlacements {
    private static final String OWN = """
            select p.*, b.birth_date, x.sex, g.weighings, g.gained, g.weight_kg, g.length_for_age,
                (select count(*) from partner_report r where r.placement_id = p.id and r.client = :client
                    and r.outcome = 'SENT') as reports
            from placement p
            join sponsor s on s.id = p.sponsor_id and s.client = :client
            left join child b on b.id = p.child_id
            left join child_sex x on x.child_id = p.child_id
            left join lateral (
                select count(*) as weighings, count(*) filter (where w.mark = 'N') as gained,
                    (array_agg(w.weight_kg order by w.measured_on desc))[1] - min(base.weight_kg) as weight_kg,
                    (array_agg(w.length_for_age order by w.measured_on desc))[1] - min(base.length_for_age) as length_for_age
                from weighing w
                cross join lateral (select v.weight_kg, v.length_for_age from weighing v
                    where v.child_id = p.child_id and not v.voided and v.measured_on <= p.from_on
                    order by v.measured_on desc limit 1) as base
                where w.child_id = p.child_id and not w.voided and w.measured_on > p.from_on
                    and (p.ended_on is null or w.measured_on <= p.ended_on)
            ) as g on p.from_on is not null
            where\s""";

    private final Database database;
    private final RuleBook rules;
    private final Pseudonyms pseudonyms;
    private final Clock clock = Clock.systemUTC();

    PartnerPlacements(Database database, RuleBook rules, Pseudonyms pseudonyms) {
        this.database = database;
        this.rules = rules;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Which of them.
     *
     * @param states none for all
     * @param after the id at which the last page ended
     */
    record Wanted(
            Set<PlacementEvent.State> states, @Nullable String after, int limit) {
        Wanted {
            states = Set.copyOf(states);
        }
    }

    private record Found(
            Placement placement,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
            int reports,
            PartnerPlacementView.@Nullable GrowthSince growth) {}

    /** In the order of their ids. */
    List<SealedCursor.Row<PartnerPlacementView>> page(Acting.Party party, Wanted wanted) {
        return views(
                party,
                "(cardinality(:states) = 0 or p.state = any(:states)) and p.id > :after",
                query -> query.bindArray(
                                "states",
                                String.class,
                                wanted.states().stream().map(Enum::name).toArray())
                        .bind("after", wanted.after() == null ? new UUID(0, 0) : UUID.fromString(wanted.after()))
                        .bind("rows", wanted.limit() + 1));
    }

    Optional<PartnerPlacementView> find(Acting.Party party, UUID id) {
        return views(party, "p.id = :id", query -> query.bind("id", id).bind("rows", 1)).stream()
                .findFirst()
                .map(SealedCursor.Row::view);
    }

    /** What the query is given beyond what every one is. */
    @FunctionalInterface
    private interface Binding {
        Query of(Query query);
    }

    private List<SealedCursor.Row<PartnerPlacementView>> views(Acting.Party party, String which, Binding binding) {
        LocalDate today = Days.of(clock.instant());
        String purpose = PartnerRules.of(rules.on(today)).purpose();
        return database.write(party.scope(), tx -> {
            List<Found> found = binding.of(tx.sql()
                            .createQuery(OWN + which + " and " + Consented.sql("p", ":client")
                                    + " order by p.id limit :rows")
                            .bind("client", party.client())
                            .bind("purpose", purpose)
                            .bind("day", today))
                    .map((row, _) -> found(row))
                    .list();
            tx.audit(party.actor().did("LIST", "partner-placement", party.client(), null));
            return named(tx.sql(), party.client(), found, today);
        });
    }

    private List<SealedCursor.Row<PartnerPlacementView>> named(
            Handle sql, String client, List<Found> found, LocalDate today) {
        Map<Pseudonyms.Known, AreaCode> toName = new HashMap<>();
        found.forEach(one -> toName.put(
                new Pseudonyms.Known(client, one.placement().pair().of()),
                one.placement().pair().home().area()));
        Map<Pseudonyms.Known, String> names = pseudonyms.of(sql, toName);
        List<SealedCursor.Row<PartnerPlacementView>> rows = new ArrayList<>();
        for (Found one : found) {
            String name = names.get(
                    new Pseudonyms.Known(client, one.placement().pair().of()));
            if (name != null) {
                rows.add(new SealedCursor.Row<>(one.placement().pair().id().toString(), view(one, name, today)));
            }
        }
        return rows;
    }

    private static PartnerPlacementView view(Found found, String name, LocalDate today) {
        PlacementEvent state = PlacementEvent.of(found.placement());
        Placement.Pair pair = found.placement().pair();
        Beneficiary.Kind kind = pair.of().kind();
        return new PartnerPlacementView(
                pair.id(),
                name,
                OpenNeedView.label(kind, name),
                kind,
                Kecamatan.of(pair.home().area()),
                Ages.months(found.birthDate(), today),
                found.sex(),
                pair.sponsorId(),
                pair.items(),
                state.state(),
                state.heldUntil(),
                state.from(),
                state.to(),
                state.reason(),
                state.endedOn(),
                found.reports(),
                found.growth(),
                state.version());
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                Placements.placement(row),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getInt("reports"),
                row.getInt("weighings") == 0
                        ? null
                        : new PartnerPlacementView.GrowthSince(
                                PartnerPlacementView.GrowthSince.NOTE,
                                row.getInt("weighings"),
                                row.getInt("gained"),
                                row.getBigDecimal("weight_kg"),
                                row.getBigDecimal("length_for_age")));
    }
}
