package id.tumbuh.intervention.matching;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.placement.PlacementTerms;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Searches for a plan beside everything else, tells how far it is and can be stopped, from any replica, with its best plan. */
@ApplicationScoped
class RunMatching {
    private static final long TELL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));

    private final Database database;
    private final RuleBook rules;
    private final Map<UUID, Search> running = new ConcurrentHashMap<>();

    RunMatching(Database database, RuleBook rules) {
        this.database = database;
        this.rules = rules;
    }

    /** Returns false when one is running for the area, or the id is taken. */
    boolean begin(Actor actor, UUID id, AreaCode area, int seconds) {
        boolean begun = database.write(actor.scope(), tx -> {
            boolean is = MatchRuns.begin(tx.sql(), id, area.value(), seconds);
            if (is) {
                tx.audit(actor.did("BEGIN", "matching", id, area.value()));
            }
            return is;
        });
        if (begun) {
            Thread.ofPlatform().name("matching-" + id).daemon().start(() -> run(id, area, Duration.ofSeconds(seconds)));
        }
        return begun;
    }

    /** Asked of the row, so that the replica that searches hears of it wherever it was asked. */
    boolean stop(Actor actor, UUID id) {
        boolean known = database.write(actor.scope(), tx -> {
            boolean is = tx.sql()
                            .createUpdate("update matching_run set stop_asked = true where id = :id")
                            .bind("id", id)
                            .execute()
                    == 1;
            if (is) {
                tx.audit(actor.did("STOP", "matching", id, null));
            }
            return is;
        });
        Search search = running.get(id);
        if (search != null) {
            search.stop();
        }
        return known;
    }

    void stopAll(@Observes ShutdownEvent stopping) {
        running.values().forEach(Search::stop);
    }

    private void run(UUID id, AreaCode area, Duration limit) {
        try {
            MatchPlan plan = load(id, area);
            if (plan.places() == 0) {
                end(id, MatchRun.State.DONE, plan);
                return;
            }
            Search search = Search.lasting(limit);
            running.put(id, search);
            MatchPlan best = search.best(plan, new Progress(id, search));
            boolean stopped = database.read(
                    Scope.everywhere(),
                    sql -> sql.createQuery("select stop_asked from matching_run where id = :id")
                            .bind("id", id)
                            .mapTo(Boolean.class)
                            .one());
            end(id, stopped ? MatchRun.State.STOPPED : MatchRun.State.DONE, best);
        } catch (RuntimeException failure) {
            // the message may quote a row
            Log.errorf("A search for sponsors failed (%s)", failure.getClass().getName());
            end(id, MatchRun.State.FAILED, null);
        } finally {
            running.remove(id);
        }
    }

    private MatchPlan load(UUID id, AreaCode area) {
        LocalDate today = LocalDate.now(CLOCK);
        RuleSet set = rules.on(today);
        return database.write(Scope.of(List.of(area)), tx -> {
            MatchPlan plan = LoadPlan.of(tx, area, today, MatchWeights.of(set), PlacementTerms.of(set));
            MatchRuns.size(tx.sql(), id, plan, Bound.of(plan));
            return plan;
        });
    }

    private void end(UUID id, MatchRun.State state, @Nullable MatchPlan best) {
        database.<@Nullable Object>write(Scope.everywhere(), tx -> {
            if (best != null && best.score() != null) {
                List<Proposal> proposals = Proposal.of(best);
                MatchRuns.tell(
                        tx.sql(),
                        id,
                        proposals.size(),
                        requireNonNull(best.score()).softScore());
                MatchRuns.store(tx.sql(), id, proposals);
            }
            MatchRuns.end(tx.sql(), id, state);
            return null;
        });
    }

    /** Writes down the best plan's figures, not more often than anybody looks. */
    private final class Progress implements Consumer<MatchPlan> {
        private final UUID id;
        private final Search search;
        private long told = System.nanoTime() - TELL_EVERY_NANOS;

        Progress(UUID id, Search search) {
            this.id = id;
            this.search = search;
        }

        @Override
        public void accept(MatchPlan better) {
            if (System.nanoTime() - told < TELL_EVERY_NANOS || better.score() == null) {
                return;
            }
            told = System.nanoTime();
            int placed = (int) better.needs().stream()
                    .filter(need -> need.sponsor() != null)
                    .count();
            long score = requireNonNull(better.score()).softScore();
            if (database.write(Scope.everywhere(), tx -> MatchRuns.tell(tx.sql(), id, placed, score))) {
                search.stop();
            }
        }
    }
}
