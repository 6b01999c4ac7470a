package id.tumbuh.intervention.matching;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Searches and proposals of the database. */
final class MatchRuns {
    private MatchRuns() {}

    /** Returns false when one is running for the area already, or the id is taken. */
    static boolean begin(Handle sql, UUID id, String area, int seconds) {
        return sql.createUpdate("""
                        insert into matching_run (id, area_code, state, seconds) values (:id, :area, 'RUNNING', :seconds)
                        on conflict do nothing""")
                        .bind("id", id)
                        .bind("area", area)
                        .bind("seconds", seconds)
                        .execute()
                == 1;
    }

    static void size(Handle sql, UUID id, MatchPlan plan, long bound) {
        sql.createUpdate("""
                        update matching_run set needs = :needs, sponsors = :sponsors, places = :places, bound = :bound,
                            rule_version = :rule, told_at = clock_timestamp()
                        where id = :id""")
                .bind("id", id)
                .bind("needs", plan.needs().size())
                .bind("sponsors", plan.sponsors().size())
                .bind("places", plan.places())
                .bind("bound", bound)
                .bind("rule", plan.terms().weights().version())
                .execute();
    }

    /** Tells that the search is alive and how far it is; returns whether somebody wants it to stop. */
    static boolean tell(Handle sql, UUID id, int placed, long score) {
        return sql.createQuery("""
                        update matching_run set placed = :placed, score = :score, told_at = clock_timestamp()
                        where id = :id returning stop_asked""")
                .bind("id", id)
                .bind("placed", placed)
                .bind("score", score)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true);
    }

    static void end(Handle sql, UUID id, MatchRun.State state) {
        sql.createUpdate("""
                        update matching_run set state = :state, ended_at = clock_timestamp(), told_at = clock_timestamp()
                        where id = :id and state = 'RUNNING'""").bind("id", id).bind("state", state.name()).execute();
    }

    static Optional<MatchRun> find(Handle sql, UUID id) {
        return sql.createQuery("select * from matching_run where id = :id")
                .bind("id", id)
                .map((row, _) -> run(row))
                .findOne();
    }

    static void store(Handle sql, UUID run, List<Proposal> proposals) {
        sql.createUpdate("""
                        insert into matching_proposal (run_id, need_id, sponsor_id, area_code, place, points, reasons)
                        select :run, need_id, sponsor_id, area_code, place, points, reasons::jsonb
                        from unnest(:needs, :sponsors, :areas, :places, :points, :reasons)
                            as row (need_id, sponsor_id, area_code, place, points, reasons)""")
                .bind("run", run)
                .bindArray(
                        "needs",
                        UUID.class,
                        proposals.stream().map(Proposal::needId).toArray())
                .bindArray(
                        "sponsors",
                        UUID.class,
                        proposals.stream().map(Proposal::sponsorId).toArray())
                .bindArray(
                        "areas",
                        String.class,
                        proposals.stream().map(Proposal::area).toArray())
                .bindArray(
                        "places",
                        Integer.class,
                        proposals.stream().map(Proposal::place).toArray())
                .bindArray(
                        "points",
                        Integer.class,
                        proposals.stream().map(Proposal::points).toArray())
                .bindArray(
                        "reasons",
                        String.class,
                        proposals.stream().map(Proposal::reasonsAsJson).toArray())
                .execute();
    }

    /** In the order in which the needs should be helped. */
    static List<Proposal> proposals(Handle sql, UUID run, int afterPlace, int limit) {
        return sql.createQuery("""
                        select * from matching_proposal where run_id = :run and place > :after order by place limit :limit""")
                .bind("run", run)
                .bind("after", afterPlace)
                .bind("limit", limit)
                .map((row, _) -> Proposal.read(row))
                .list();
    }

    static List<Proposal> undecided(Handle sql, UUID run, int limit) {
        return sql.createQuery("""
                        select * from matching_proposal where run_id = :run and outcome is null order by place limit :limit""")
                .bind("run", run)
                .bind("limit", limit)
                .map((row, _) -> Proposal.read(row))
                .list();
    }

    /** What became of each of the proposals, in their order. */
    static void decided(Handle sql, UUID run, List<Proposal> proposals, List<String> outcomes) {
        sql.createUpdate("""
                        update matching_proposal set outcome = became.outcome
                        from unnest(:needs, :outcomes) as became (need_id, outcome)
                        where run_id = :run and matching_proposal.need_id = became.need_id""")
                .bind("run", run)
                .bindArray(
                        "needs",
                        UUID.class,
                        proposals.stream().map(Proposal::needId).toArray())
                .bindArray("outcomes", String.class, outcomes.toArray())
                .execute();
    }

    private static MatchRun run(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new MatchRun(
                row.getObject("id", UUID.class),
                row.getString("area_code"),
                MatchRun.State.valueOf(row.getString("state")),
                row.getInt("seconds"),
                new MatchRun.Size(row.getInt("needs"), row.getInt("sponsors"), row.getInt("places")),
                row.getInt("placed"),
                new MatchRun.Marks(
                        row.getObject("score", Long.class),
                        row.getObject("bound", Long.class),
                        row.getInt("rule_version")),
                new MatchRun.Times(
                        requireNonNull(row.getObject("started_at", OffsetDateTime.class))
                                .toInstant(),
                        ended == null ? null : ended.toInstant()));
    }
}
