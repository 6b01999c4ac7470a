package id.tumbuh.registry.companion;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/**
 * Gives everybody of an area who is in nobody's care to a team of their desa. One transaction for each desa: stopped on the way,
 * the next call goes on with who is left.
 */
@ApplicationScoped
class ProposeAssignments {
    private static final String TEAMS = """
            select t.id, t.area_code, t.number, array_agg(s.area_code order by s.area_code) as served
            from companion_team t join companion_team_area s on s.team_id = t.id
            where t.active and t.id in (select team_id from companion_team_area where area_code >= :from and area_code < :to)
            group by t.id order by t.id""";

    private static final String LOADS = """
            select team_id, count(*) as load from companion_assignment
            where released_on is null and team_id = any(:teams) group by team_id""";

    /** Of several teams in one household the one that came first. */
    private static final String HOUSEHOLDS = """
            select distinct on (family_id) family_id, team_id from companion_assignment
            where released_on is null and family_id = any(:families) order by family_id, assigned_on, id""";

    private final Database database;
    private final TellAssignments tell;

    ProposeAssignments(Database database, TellAssignments tell) {
        this.database = database;
        this.tell = tell;
    }

    /** What a proposal came to. */
    @Schema(name = "CompanionProposal")
    record Proposal(AreaCode area, boolean dryRun, int assigned, int withoutTeam, List<Share> teams) {
        Proposal {
            teams = List.copyOf(teams);
        }

        /** What a team gets. */
        @Schema(name = "CompanionProposalShare")
        record Share(UUID teamId, int assigned) {}
    }

    Proposal dryRun(Actor actor, CompanionPolicy policy, AreaCode area) {
        List<Allocation.Choice> choices =
                database.read(actor.scope(), sql -> choices(sql, area, Targets.unassigned(sql, policy, area.value())));
        return proposal(area, true, choices);
    }

    Proposal carryOut(Actor actor, CompanionPolicy policy, AreaCode area) {
        TreeSet<String> desa = database.read(actor.scope(), sql -> {
            TreeSet<String> found = new TreeSet<>();
            Targets.unassigned(sql, policy, area.value()).forEach(target -> found.add(target.area()));
            return found;
        });
        List<Allocation.Choice> done = new ArrayList<>();
        for (String one : desa) {
            done.addAll(database.write(actor.scope(), tx -> assign(tx, actor, policy, new AreaCode(one))));
        }
        return proposal(area, false, done);
    }

    private List<Allocation.Choice> assign(Transaction tx, Actor actor, CompanionPolicy policy, AreaCode desa) {
        // two proposals for one desa at once would both count on the same loads
        tx.sql().execute("select pg_advisory_xact_lock(hashtextextended(?, 1140))", desa.value());
        List<Target> before = Targets.unassigned(tx.sql(), policy, desa.value());
        Targets.hold(tx.sql(), before);
        List<Target> targets = Targets.unassigned(tx.sql(), policy, desa.value()).stream()
                .filter(Set.copyOf(before)::contains)
                .toList();
        List<Allocation.Choice> choices = choices(tx.sql(), desa, targets);
        Assignment.Beginning today =
                new Assignment.Beginning(policy.today(), Assignment.Cause.PROPOSED, null, actor.subject());
        List<Assignment> wanted = new ArrayList<>();
        for (Allocation.Choice choice : choices) {
            if (choice.team() != null) {
                wanted.add(Assignment.of(UUID.randomUUID(), choice.target(), choice.team(), today));
            }
        }
        tell.begin(tx, actor, wanted);
        return choices;
    }

    private static List<Allocation.Choice> choices(Handle sql, AreaCode area, List<Target> targets) {
        List<Allocation.Candidate> teams = sql.createQuery(TEAMS)
                .bind("from", area.value())
                .bind("to", area.value() + "/")
                .map((row, _) -> new Allocation.Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("area_code"),
                        row.getInt("number"),
                        List.of((String[]) row.getArray("served").getArray())))
                .list();
        return new Allocation(teams, loads(sql, teams), households(sql, targets)).of(targets);
    }

    private static Map<UUID, Integer> loads(Handle sql, List<Allocation.Candidate> teams) {
        Map<UUID, Integer> loads = new HashMap<>();
        sql.createQuery(LOADS)
                .bindArray(
                        "teams",
                        UUID.class,
                        teams.stream().map(Allocation.Candidate::id).toArray())
                .map((row, _) -> Map.entry(row.getObject("team_id", UUID.class), row.getInt("load")))
                .forEach(load -> loads.put(load.getKey(), load.getValue()));
        return loads;
    }

    private static Map<UUID, UUID> households(Handle sql, List<Target> targets) {
        Map<UUID, UUID> households = new HashMap<>();
        sql.createQuery(HOUSEHOLDS)
                .bindArray(
                        "families",
                        UUID.class,
                        targets.stream().map(Target::family).distinct().toArray())
                .map((row, _) ->
                        Map.entry(row.getObject("family_id", UUID.class), row.getObject("team_id", UUID.class)))
                .forEach(household -> households.put(household.getKey(), household.getValue()));
        return households;
    }

    private static Proposal proposal(AreaCode area, boolean dryRun, List<Allocation.Choice> choices) {
        Map<UUID, Integer> byTeam = new TreeMap<>();
        int without = 0;
        for (Allocation.Choice choice : choices) {
            if (choice.team() == null) {
                without++;
            } else {
                byTeam.merge(choice.team(), 1, Integer::sum);
            }
        }
        return new Proposal(
                area,
                dryRun,
                choices.size() - without,
                without,
                byTeam.entrySet().stream()
                        .map(team -> new Proposal.Share(team.getKey(), team.getValue()))
                        .toList());
    }
}
