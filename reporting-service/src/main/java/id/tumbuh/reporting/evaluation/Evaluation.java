package id.tumbuh.reporting.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * The report of an area and semester, without its figures.
 *
 * @param version 0 while nobody has written anything
 * @param steps in order
 */
record Evaluation(EvaluationKey key, long version, State state, Texts texts, List<Step> steps) {
    Evaluation {
        steps = List.copyOf(steps);
    }

    /** What the TPPS writes itself. */
    record Texts(String obstacles, String followUp) {
        static final Texts NONE = new Texts("", "");

        boolean complete() {
            return !obstacles.isBlank() && !followUp.isBlank();
        }
    }

    static Evaluation notBegun(EvaluationKey key) {
        return new Evaluation(key, 0, new State.NotBegun(), Texts.NONE, List.of());
    }

    static Evaluation of(EvaluationKey key, long version, EvaluationView.Stage state, Texts texts, List<Step> steps) {
        return new Evaluation(
                key,
                version,
                switch (state) {
                    case NOT_BEGUN -> new State.NotBegun();
                    case DRAFT -> new State.Draft();
                    case SUBMITTED -> new State.Submitted(steps.getLast());
                    case RETURNED -> new State.Returned(steps.getLast());
                    case ACCEPTED -> new State.Accepted(steps.getLast());
                },
                texts,
                steps);
    }

    /** When it was handed in for the first time: that day tells whether it was late. */
    Optional<Step> firstSubmission() {
        return steps.stream()
                .filter(step -> step.action() == EvaluationView.Action.SUBMITTED)
                .findFirst();
    }

    /** How often it was handed in. */
    int submissions() {
        return (int) steps.stream()
                .filter(step -> step.action() == EvaluationView.Action.SUBMITTED)
                .count();
    }
}
