package id.tumbuh.intervention.matching;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.function.Consumer;

/** Looks for better and better plans until the time is over, nothing better comes, or somebody stops it. */
final class Search {
    /** Nothing better for this part of the time: more of it won't bring much. */
    private static final int PARTS_WITHOUT_GAIN = 3;

    private final Solver<MatchPlan> solver;

    private Search(Solver<MatchPlan> solver) {
        this.solver = solver;
    }

    static Search lasting(Duration limit) {
        return new Search(SolverFactory.<MatchPlan>create(new SolverConfig()
                        .withSolutionClass(MatchPlan.class)
                        .withEntityClasses(SoughtNeed.class)
                        .withConstraintProviderClass(MatchConstraints.class)
                        .withTerminationConfig(new TerminationConfig()
                                .withSpentLimit(limit)
                                .withUnimprovedSpentLimit(Duration.ofMillis(limit.toMillis() / PARTS_WITHOUT_GAIN)))
                        .withPhases(new LocalSearchPhaseConfig()))
                .buildSolver());
    }

    /** Begins with a feasible plan, so that stopping at any moment leaves one. */
    MatchPlan best(MatchPlan plan, Consumer<MatchPlan> better) {
        FirstPlan.give(plan);
        solver.addEventListener(event -> better.accept(event.getNewBestSolution()));
        return solver.solve(plan);
    }

    void stop() {
        solver.terminateEarly();
    }
}
