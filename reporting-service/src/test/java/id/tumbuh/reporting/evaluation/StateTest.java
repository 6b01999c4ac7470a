package id.tumbuh.reporting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.reporting.indicator.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StateTest {
    private static final Step STEP =
            new Step(1, EvaluationView.Action.SUBMITTED, Instant.EPOCH, "62.01", "somebody", null, "hash");

    @ParameterizedTest(name = "{0}: open {1}, waits {2}, frozen {3}")
    @CsvSource({
        "NOT_BEGUN, true, false, false",
        "DRAFT, true, false, false",
        "SUBMITTED, false, true, true",
        "RETURNED, true, false, true",
        "ACCEPTED, false, false, true"
    })
    void eachStateAllowsItsOwn(EvaluationView.Stage stage, boolean open, boolean waits, boolean frozen) {
        State state = state(stage);

        assertThat(state.code()).isEqualTo(stage);
        assertThat(state.closed().isEmpty()).isEqualTo(open);
        assertThat(state.waiting().isPresent()).isEqualTo(waits);
        assertThat(state.frozen()).isEqualTo(frozen);
    }

    @ParameterizedTest
    @EnumSource(EvaluationView.Stage.class)
    void everyStateIsReadBackAsItself(EvaluationView.Stage stage) {
        assertThat(state(stage).code()).isEqualTo(stage);
    }

    @ParameterizedTest(name = "handed in on {0} it is late: {1}")
    @CsvSource({"2026-07-14, false", "2026-07-15, false", "2026-07-16, true"})
    void itIsLateFromTheDayAfterTheDueDayOn(LocalDate day, boolean late) {
        Deadline.Due due = new Deadline.Due(LocalDate.of(2026, 7, 15), "evaluation.due-days/1", "source", null);

        assertThat(due.isLate(day)).isEqualTo(late);
    }

    @Test
    void aDayIsThatOfJakarta() {
        assertThat(Deadline.day(Instant.parse("2026-07-15T16:59:59Z"))).isEqualTo(LocalDate.of(2026, 7, 15));
        assertThat(Deadline.day(Instant.parse("2026-07-15T17:00:00Z"))).isEqualTo(LocalDate.of(2026, 7, 16));
    }

    private static State state(EvaluationView.Stage stage) {
        return Evaluation.of(
                        new EvaluationKey("62.01", Period.of("2026-S1").orElseThrow()),
                        1,
                        stage,
                        Evaluation.Texts.NONE,
                        List.of(STEP))
                .state();
    }
}
